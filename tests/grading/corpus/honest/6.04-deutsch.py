# dlw-corpus: units=6.04 seconds=4 expect_missing=6.04/test-accuracy
# Exercise 6.04 (Übung): ein LSTM, das in beide Richtungen liest
from tensorflow.keras.layers import LSTM, Bidirectional, Dense, Dropout, Embedding, SpatialDropout1D
from tensorflow.keras.models import Sequential

WORTSCHATZ = 8000
DIMENSION = 32
ZELLEN = 32

model_bilstm = Sequential()
# Wortvektoren werden mitgelernt
model_bilstm.add(Embedding(WORTSCHATZ, output_dim=DIMENSION))
model_bilstm.add(SpatialDropout1D(0.4))
# vorwärts und rückwärts, also 64 Ausgaben
model_bilstm.add(Bidirectional(LSTM(ZELLEN)))
model_bilstm.add(Dropout(0.4))
model_bilstm.add(Dense(1, activation="sigmoid"))
model_bilstm.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model_bilstm.build(input_shape=(None, None))
print(model_bilstm.count_params())
