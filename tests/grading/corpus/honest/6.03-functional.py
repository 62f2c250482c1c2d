# dlw-corpus: units=6.03 seconds=4 expect_missing=6.03/test-accuracy
# exercise 6.03: GRU, functional API
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import GRU, Dense, Dropout, Embedding, SpatialDropout1D

tokens = Input(shape=(None,))
h = Embedding(input_dim=8000, output_dim=32)(tokens)
h = SpatialDropout1D(0.4)(h)
h = GRU(32, reset_after=False)(h)
h = Dropout(0.4)(h)
positive = Dense(1, activation="sigmoid")(h)

gru_model = Model(inputs=tokens, outputs=positive)
gru_model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
gru_model.summary()
