# dlw-corpus: units=5.03 loses=5.03/layers,5.03/total-params,5.03/trainable-params
# Exercise 5.03
from tensorflow.keras.layers import Activation, Dense, Reshape, SimpleRNN
from tensorflow.keras.models import Sequential

look_back = 10
model = Sequential()
model.add(Reshape((look_back, 1), input_shape=(look_back,)))
model.add(SimpleRNN(64))
model.add(Dense(1))
model.add(Activation("linear"))
model.compile(loss="mean_squared_error", optimizer="adam")
model.summary()
