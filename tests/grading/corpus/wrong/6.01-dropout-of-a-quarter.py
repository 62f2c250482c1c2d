# dlw-corpus: units=6.01 loses=6.01/dropout-rate expect_missing=6.01/test-accuracy
# Exercise 6.01
import keras
from keras import layers

model_rnn = keras.Sequential(
    [
        keras.Input((None,)),
        layers.Embedding(8000, 32),
        layers.SpatialDropout1D(0.4),
        layers.SimpleRNN(32),
        layers.Dropout(0.25),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model_rnn.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model_rnn.summary()
