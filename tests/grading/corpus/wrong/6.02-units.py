# dlw-corpus: units=6.02 loses=6.02/layers,6.02/total-params,6.02/trainable-params,6.02/lstm-params expect_missing=6.02/test-accuracy
# Exercise 6.02: 64 cells
from tensorflow.keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D
from tensorflow.keras.models import Sequential

model_lstm = Sequential()
model_lstm.add(Embedding(8000, output_dim=32))
model_lstm.add(SpatialDropout1D(0.4))
model_lstm.add(LSTM(64))
model_lstm.add(Dropout(0.4))
model_lstm.add(Dense(1, activation="sigmoid"))
model_lstm.build((None, None))
model_lstm.summary()
