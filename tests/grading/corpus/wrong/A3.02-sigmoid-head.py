# dlw-corpus: units=A3.02 loses=A3.02/activations expect_missing=A3.02/*-epoch-* seconds=5
# Activity 3.02: the new head of VGG16
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten

total_train, total_val = 11398, 4752
base_model = tf.keras.applications.VGG16(input_shape=(100, 100, 3), weights=None, include_top=False)
base_model.trainable = False
model = tf.keras.Sequential(
    [base_model, Flatten(), Dense(1000, activation="relu"), Dense(120, activation="sigmoid")]
)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
