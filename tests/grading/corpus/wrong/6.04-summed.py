# dlw-corpus: units=6.04 loses=6.04/layers,6.04/total-params,6.04/trainable-params expect_missing=6.04/test-accuracy
# Exercise 6.04: both directions are added up
from keras import Input, Sequential
from keras.layers import LSTM, Bidirectional, Dense, Dropout, Embedding, SpatialDropout1D

model_bilstm = Sequential([Input((None,)), Embedding(8000, 32), SpatialDropout1D(0.4)])
model_bilstm.add(Bidirectional(LSTM(32), merge_mode="sum"))
model_bilstm.add(Dropout(0.4))
model_bilstm.add(Dense(1, activation="sigmoid"))
model_bilstm.summary()
