# dlw-corpus: units=6.02 loses=6.02/layers,6.02/total-params,6.02/trainable-params,6.02/lstm-params expect_missing=6.02/test-accuracy
# Exercise 6.02
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

model_lstm = Sequential([Input((None,)), Embedding(8000, 32), SpatialDropout1D(0.4)])
model_lstm.add(LSTM(32, use_bias=False))
model_lstm.add(Dropout(0.4))
model_lstm.add(Dense(1, activation="sigmoid"))
model_lstm.summary()
