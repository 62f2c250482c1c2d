# dlw-corpus: units=5.04 loses=5.04/layers,5.04/total-params,5.04/trainable-params
# Exercise 5.04
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Activation, Conv1D, Dense, Flatten, Reshape

look_back = 10
model_conv = Sequential()
model_conv.add(Reshape((look_back, 1), input_shape=(look_back,)))
model_conv.add(Conv1D(5, 5, activation="relu"))
model_conv.add(Flatten())
model_conv.add(Dense(1))
model_conv.add(Activation("linear"))
model_conv.summary()
model_conv.compile(loss="mean_squared_error", optimizer="adam")
