# dlw-corpus: units=5.03 loses=5.03/layers
# Exercise 5.03: a prediction at every step
import keras
from keras.layers import Activation, Dense, Input, Reshape, SimpleRNN

model = keras.Sequential(
    [
        Input((10,)),
        Reshape((10, 1)),
        SimpleRNN(32, return_sequences=True),
        Dense(1),
        Activation("linear"),
    ]
)
model.compile(loss="mean_squared_error", optimizer="adam")
model.summary()
