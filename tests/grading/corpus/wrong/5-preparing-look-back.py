# dlw-corpus: units=S5.preparing-the-data needs=aapl loses=S5.preparing-the-data/train-x,S5.preparing-the-data/test-x
# S5.preparing-the-data, Preparing the Data for Stock Price Prediction: range stops one day early
import pandas as pd
from sklearn.preprocessing import MinMaxScaler

ts_data = (
    pd.read_csv(
        "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/AAPL.csv"
    )
    .Close.values[::-1]
    .reshape(-1, 1)
)
train_recs = int(len(ts_data) * 0.75)
scaler = MinMaxScaler()
train_scaled = scaler.fit_transform(ts_data[:train_recs])
test_scaled = scaler.transform(ts_data[train_recs:])


def get_lookback(inp, look_back):
    y = pd.DataFrame(inp)
    dataX = pd.concat([y.shift(i) for i in range(1, look_back)], axis=1)
    return dataX.fillna(0).values, y.values


trainX, trainY = get_lookback(train_scaled, look_back=10)
testX, testY = get_lookback(test_scaled, look_back=10)
print(trainX.shape, testX.shape)
