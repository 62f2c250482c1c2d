# dlw-corpus: units=5.04 loses=5.04/layers,5.04/total-params,5.04/trainable-params
# Exercise 5.04: filters of size 3
from keras import Input, Sequential
from keras.layers import Activation, Conv1D, Dense, Flatten, MaxPooling1D, Reshape

model_conv = Sequential()
model_conv.add(Input((10,)))
model_conv.add(Reshape((10, 1)))
model_conv.add(Conv1D(5, 3, activation="relu"))
model_conv.add(MaxPooling1D(5))
model_conv.add(Flatten())
model_conv.add(Dense(1))
model_conv.add(Activation("linear"))
model_conv.summary()
model_conv.compile(loss="mean_squared_error", optimizer="adam")
