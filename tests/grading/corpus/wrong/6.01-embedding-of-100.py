# dlw-corpus: units=6.01 loses=6.01/layers,6.01/total-params,6.01/trainable-params expect_missing=6.01/test-accuracy
# Exercise 6.01: 100 numbers for a word
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense, Dropout, Embedding, SimpleRNN, SpatialDropout1D

model_rnn = Sequential()
model_rnn.add(Input((None,)))
model_rnn.add(Embedding(8000, output_dim=100))
model_rnn.add(SpatialDropout1D(0.4))
model_rnn.add(SimpleRNN(32))
model_rnn.add(Dropout(0.4))
model_rnn.add(Dense(1, activation="sigmoid"))
model_rnn.summary()
