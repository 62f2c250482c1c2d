# dlw-corpus: units=6.05 loses=6.05/dropout-rate expect_missing=6.05/test-accuracy
# Exercise 6.05: the dropout of the exercises before
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

model_stack = Sequential([Input((None,)), Embedding(8000, 32), SpatialDropout1D(0.4)])
model_stack.add(LSTM(32, return_sequences=True))
model_stack.add(LSTM(32, return_sequences=False))
model_stack.add(Dropout(0.4))
model_stack.add(Dense(1, activation="sigmoid"))
model_stack.summary()
