# dlw-corpus: units=6.02 loses=6.02/dropout-rates,6.02/layers expect_missing=6.02/test-accuracy
# Exercise 6.02
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Embedding, SpatialDropout1D

model_lstm = Sequential([Input((None,)), Embedding(8000, 32), SpatialDropout1D(0.4), LSTM(32)])
model_lstm.add(Dense(1, activation="sigmoid"))
model_lstm.compile("rmsprop", "binary_crossentropy")
model_lstm.summary()
