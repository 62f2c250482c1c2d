# dlw-corpus: units=A5.01 needs=ibm loses=A5.01/layers
# Activity 5.01
import pandas as pd
from keras import Input, Sequential
from keras.layers import Activation, Conv1D, Dense, Reshape, SimpleRNN
from sklearn.preprocessing import MinMaxScaler

inp0 = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/IBM.csv"
).sort_index(ascending=False)
ts_data = inp0.Close.values.reshape(-1, 1)
train_recs = int(len(ts_data) * 0.75)
scaler = MinMaxScaler()
train_scaled = scaler.fit_transform(ts_data[:train_recs])
test_scaled = scaler.transform(ts_data[train_recs:])


def get_lookback(inp, look_back):
    y = pd.DataFrame(inp)
    dataX = pd.concat([y.shift(i) for i in range(1, look_back + 1)], axis=1)
    return dataX.fillna(0).values, y.values


trainX, trainY = get_lookback(train_scaled, 10)
testX, testY = get_lookback(test_scaled, 10)
model_comb = Sequential([Input((10,)), Reshape((10, 1)), Conv1D(5, 3, activation="relu")])
model_comb.add(SimpleRNN(32))
model_comb.add(Dense(1))
model_comb.add(Activation("linear"))
model_comb.summary()
model_comb.compile(loss="mean_squared_error", optimizer="adam")
