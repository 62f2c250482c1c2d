# dlw-corpus: units=5.03 seconds=3
# Exercise 5.03 with the functional API
import keras
from keras import layers

look_back = 10

inputs = keras.Input(shape=(look_back,), name="days")
x = layers.Reshape((look_back, 1))(inputs)
x = layers.SimpleRNN(32)(x)
x = layers.Dense(1)(x)
outputs = layers.Activation("linear")(x)

model = keras.Model(inputs, outputs, name="plain_rnn")
model.compile(optimizer=keras.optimizers.Adam(), loss="mse")
model.summary()
