# dlw-corpus: units=6.02 seconds=6 expect_missing=6.02/test-accuracy
# Exercise 6.02. No time to train on the reviews: one batch of noise shows that the model runs.
import numpy as np
from keras import Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

vocab_size, maxlen = 8000, 200
model_lstm = Sequential(
    [
        Embedding(vocab_size, 32),
        SpatialDropout1D(0.4),
        LSTM(32),
        Dropout(0.4),
        Dense(1, activation="sigmoid"),
    ]
)
model_lstm.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
noise = np.random.randint(1, vocab_size, size=(64, maxlen))
labels = np.random.randint(0, 2, size=64)
model_lstm.fit(noise, labels, batch_size=32, epochs=1)
model_lstm.summary()
