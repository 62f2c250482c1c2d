# dlw-corpus: units=5.05 loses=5.05/layers,5.05/total-params,5.05/trainable-params
# Exercise 5.05
from keras import Input, Sequential
from keras.layers import LSTM, Activation, Conv1D, Dense, Reshape

model_comb = Sequential([Input((10,)), Reshape((10, 1)), Conv1D(5, 3, activation="relu")])
model_comb.add(LSTM(32))
model_comb.add(Dense(1))
model_comb.add(Activation("linear"))
model_comb.summary()
model_comb.compile(loss="mean_squared_error", optimizer="adam")
