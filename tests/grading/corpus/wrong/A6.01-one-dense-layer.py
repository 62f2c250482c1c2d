# dlw-corpus: units=A6.01 loses=A6.01/two-dense-layers,A6.01/dropout-rates,A6.01/activations,A6.01/layers,A6.01/total-params,A6.01/trainable-params expect_missing=A6.01/train-shape,A6.01/test-shape,A6.01/x-train-shape,A6.01/test-accuracy
# Activity 6.01, the model
from keras import Input, Sequential
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D

model_lstm = Sequential([Input((None,)), Embedding(10000, 32), SpatialDropout1D(0.4)])
model_lstm.add(LSTM(64, return_sequences=True))
model_lstm.add(LSTM(64))
model_lstm.add(Dropout(0.4))
model_lstm.add(Dense(32, activation="relu"))
model_lstm.add(Dropout(0.5))
model_lstm.add(Dense(1, activation="sigmoid"))
model_lstm.summary()
