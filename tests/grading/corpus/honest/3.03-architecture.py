# dlw-corpus: units=3.03 seconds=3 expect_missing=3.03/*-epoch-*
# Exercise 3.03: cats and dogs
import pathlib

import tensorflow as tf
from tensorflow.keras import layers

file_url = (
    "https://github.com/PacktWorkshops/The-Deep-Learning-Workshop/raw/master"
    "/Chapter03/Datasets/Exercise3.03/cats_and_dogs_filtered.zip"
)
batch_size = 16
img_height = 100
img_width = 100


def build_model():
    return tf.keras.Sequential(
        [
            layers.Input((img_height, img_width, 3)),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(128, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def load(folder):
    """Batches of pictures and labels from a folder with one folder for each class."""
    pictures = tf.keras.utils.image_dataset_from_directory(
        folder, label_mode="binary", image_size=(img_height, img_width), batch_size=batch_size
    )
    return pictures.map(lambda images, labels: (images / 255, labels))


tf.keras.utils.set_random_seed(8)
model = build_model()
model.compile(
    loss="binary_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.001),
    metrics=["accuracy"],
)
model.summary()

path = pathlib.Path("cats_and_dogs_filtered")
if path.exists():  # only where I have unpacked the zip file
    history = model.fit(load(path / "train"), epochs=5, validation_data=load(path / "validation"))
