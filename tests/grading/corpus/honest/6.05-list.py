# dlw-corpus: units=6.05 seconds=4 expect_missing=6.05/test-accuracy
"""Exercise 6.05 -- stacked LSTM. Weights are trained elsewhere."""

import tensorflow as tf

tf.keras.utils.set_random_seed(42)
K = tf.keras.layers


def stacked(units, depth):
    cells = [K.LSTM(units, return_sequences=i < depth - 1) for i in range(depth)]
    head = [K.Dropout(0.5), K.Dense(1, "sigmoid")]
    return tf.keras.Sequential(
        [tf.keras.Input((None,)), K.Embedding(8000, 32), K.SpatialDropout1D(0.4)] + cells + head
    )


model = stacked(32, 2)
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()
