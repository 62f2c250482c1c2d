# dlw-corpus: units=6.03 loses=6.03/layers,6.03/total-params,6.03/trainable-params,6.03/gru-params expect_missing=6.03/test-accuracy
# Exercise 6.03: reset_after is left as it is
from tensorflow.keras.layers import GRU, Dense, Dropout, Embedding, SpatialDropout1D
from tensorflow.keras.models import Sequential

model_gru = Sequential()
model_gru.add(Embedding(8000, output_dim=32))
model_gru.add(SpatialDropout1D(0.4))
model_gru.add(GRU(32))
model_gru.add(Dropout(0.4))
model_gru.add(Dense(1, activation="sigmoid"))
model_gru.build((None, None))
model_gru.summary()
