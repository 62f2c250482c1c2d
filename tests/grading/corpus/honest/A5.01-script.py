# dlw-corpus: units=A5.01 needs=ibm seconds=8
# Activity 5.01: IBM stock prices
import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import Activation, Conv1D, Dense, Dropout, Input, Reshape, SimpleRNN
from tensorflow.keras.models import Sequential

inp0 = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/IBM.csv"
)
inp0 = inp0.sort_index(ascending=False)
ts_data = inp0.Close.values.reshape(-1, 1)
plt.plot(ts_data)
plt.show()

train_recs = int(len(ts_data) * 0.75)
scaler = MinMaxScaler()
train_scaled = scaler.fit_transform(ts_data[:train_recs])
test_scaled = scaler.transform(ts_data[train_recs:])


def get_lookback(inp, look_back):
    padded = np.vstack([np.zeros((look_back, 1)), inp])
    columns = [padded[look_back - i : len(padded) - i] for i in range(1, look_back + 1)]
    return np.hstack(columns), inp


look_back = 10
trainX, trainY = get_lookback(train_scaled, look_back)
testX, testY = get_lookback(test_scaled, look_back)
print(trainX.shape, testX.shape)

model_comb = Sequential(
    [
        Input((look_back,)),
        Reshape((look_back, 1)),
        Conv1D(5, 3, activation="relu"),
        SimpleRNN(32),
        Dropout(0.25),
        Dense(1),
        Activation("linear"),
    ]
)
model_comb.summary()
model_comb.compile(loss="mean_squared_error", optimizer="adam")
model_comb.fit(trainX, trainY, epochs=1, batch_size=32, verbose=2, validation_split=0.1)
print("Test RMSE: %.2f" % math.sqrt(model_comb.evaluate(testX, testY, verbose=0)))
