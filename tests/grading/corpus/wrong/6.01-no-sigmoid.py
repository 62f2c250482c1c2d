# dlw-corpus: units=6.01 loses=6.01/output-activation expect_missing=6.01/test-accuracy
# Exercise 6.01
from tensorflow.keras.layers import Dense, Dropout, Embedding, SimpleRNN, SpatialDropout1D
from tensorflow.keras.models import Sequential

vocab_size = 8000
model_rnn = Sequential()
model_rnn.add(Embedding(vocab_size, output_dim=32))
model_rnn.add(SpatialDropout1D(0.4))
model_rnn.add(SimpleRNN(32))
model_rnn.add(Dropout(0.4))
model_rnn.add(Dense(1))
model_rnn.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model_rnn.build((None, None))
model_rnn.summary()
