# dlw-corpus: units=6.05 loses=6.05/*
# Exercise 6.05: the second LSTM is given no sequence, and Keras says so
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

model_stack = Sequential(
    [
        Input((None,)),
        Embedding(8000, 32),
        SpatialDropout1D(0.4),
        LSTM(32),
        LSTM(32),
        Dropout(0.5),
        Dense(1, activation="sigmoid"),
    ]
)
model_stack.summary()
