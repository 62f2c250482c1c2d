# dlw-corpus: units=3.03 loses=3.03/layers,3.03/total-params,3.03/trainable-params expect_missing=3.03/*-epoch-* seconds=3
# Exercise 3.03: cats and dogs, the network alone
import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D

file_url = (
    "https://github.com/PacktWorkshops/The-Deep-Learning-Workshop/raw/master"
    "/Chapter03/Datasets/Exercise3.03/cats_and_dogs_filtered.zip"
)
img_height = img_width = 150
model = tf.keras.Sequential(
    [
        Input((img_height, img_width, 3)),
        Conv2D(64, 3, activation="relu"),
        MaxPooling2D(),
        Conv2D(128, 3, activation="relu"),
        MaxPooling2D(),
        Flatten(),
        Dense(128, activation="relu"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.summary()
