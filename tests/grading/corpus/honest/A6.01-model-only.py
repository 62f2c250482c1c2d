# dlw-corpus: units=A6.01 seconds=5 expect_missing=A6.01/train-shape,A6.01/test-shape,A6.01/x-train-shape,A6.01/test-accuracy
# Activity 6.01, steps 12 to 16 (I could not download the reviews here)
from tensorflow.keras.layers import LSTM, Dense, Dropout, Embedding, Input, SpatialDropout1D
from tensorflow.keras.models import Sequential

vocab_size = 10000
model_lstm = Sequential()
model_lstm.add(Input(shape=(None,)))
model_lstm.add(Embedding(vocab_size, output_dim=32))
model_lstm.add(SpatialDropout1D(0.4))
model_lstm.add(LSTM(64, return_sequences=True))
model_lstm.add(LSTM(64, return_sequences=False))
model_lstm.add(Dropout(0.4))
for _ in range(2):
    model_lstm.add(Dense(32, activation="relu"))
    model_lstm.add(Dropout(0.5))
model_lstm.add(Dense(1, activation="sigmoid"))
model_lstm.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model_lstm.summary()
