# dlw-corpus: units=5.05 loses=5.05/layers
# Exercise 5.05: ten steps come out of the convolution
from keras import Input, Sequential
from keras.layers import Activation, Conv1D, Dense, Reshape, SimpleRNN

model_comb = Sequential([Input((10,)), Reshape((10, 1))])
model_comb.add(Conv1D(5, 3, activation="relu", padding="same"))
model_comb.add(SimpleRNN(32))
model_comb.add(Dense(1))
model_comb.add(Activation("linear"))
model_comb.summary()
model_comb.compile(loss="mean_squared_error", optimizer="adam")
