# dlw-corpus: units=6.04 loses=6.04/layers,6.04/total-params,6.04/trainable-params,6.04/bidirectional-params expect_missing=6.04/test-accuracy
# Exercise 6.04: reads backwards only
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

model_bilstm = Sequential([Input((None,)), Embedding(8000, 32), SpatialDropout1D(0.4)])
model_bilstm.add(LSTM(32, go_backwards=True))
model_bilstm.add(Dropout(0.4))
model_bilstm.add(Dense(1, activation="sigmoid"))
model_bilstm.summary()
