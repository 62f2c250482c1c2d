# dlw-corpus: units=6.01 loses=6.01/layers expect_missing=6.01/test-accuracy
# Exercise 6.01: Dropout in the place of SpatialDropout1D
import keras
from keras.layers import Dense, Dropout, Embedding, Input, SimpleRNN

model_rnn = keras.Sequential([Input((None,)), Embedding(8000, 32), Dropout(0.4)])
model_rnn.add(SimpleRNN(32))
model_rnn.add(Dropout(0.4))
model_rnn.add(Dense(1, activation="sigmoid"))
model_rnn.summary()
