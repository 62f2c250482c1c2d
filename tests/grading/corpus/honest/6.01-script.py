# dlw-corpus: units=6.01 seconds=4 expect_missing=6.01/test-accuracy
# Exercise 6.01 - plain RNN for the IMDb reviews (model only, training was done on Colab)
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Dropout, Embedding, SimpleRNN, SpatialDropout1D
from tensorflow.keras.models import Sequential

np.random.seed(42)
tf.random.set_seed(42)

vocab_size = 8000

model_rnn = Sequential()
model_rnn.add(Embedding(vocab_size, output_dim=32))
model_rnn.add(SpatialDropout1D(0.4))
model_rnn.add(SimpleRNN(32))
model_rnn.add(Dropout(0.4))
model_rnn.add(Dense(1, activation="sigmoid"))
model_rnn.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])

# Keras 3 shows no shapes before it knows the input
model_rnn.build((None, None))
model_rnn.summary()
