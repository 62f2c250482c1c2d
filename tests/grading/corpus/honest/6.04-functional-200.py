# dlw-corpus: units=6.04 seconds=4 expect_missing=6.04/test-accuracy
# Exercise 6.04, reviews are padded to 200 words
import keras
from keras import layers

maxlen = 200
review = keras.Input(shape=(maxlen,), dtype="int32")
vectors = layers.SpatialDropout1D(0.4)(layers.Embedding(8000, 32)(review))
both_ways = layers.Bidirectional(layers.LSTM(32))(vectors)
answer = layers.Dense(1, activation="sigmoid")(layers.Dropout(0.4)(both_ways))
model_bilstm = keras.Model(review, answer)
model_bilstm.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model_bilstm.summary()
