# dlw-corpus: units=A3.02 seconds=6 expect_missing=A3.02/*-epoch-*
# Activity 3.02: fruits with VGG16. The computer of the lab is offline: no ImageNet weights here.
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.applications import VGG16

total_train = 11398
total_val = 4752
img_height, img_width, channel = 100, 100, 3

base_model = VGG16(input_shape=(img_height, img_width, channel), weights=None, include_top=False)
base_model.trainable = False
base_model.summary()

model = tf.keras.Sequential(
    [
        base_model,
        layers.Flatten(),
        layers.Dense(1000, activation="relu"),
        layers.Dense(120, activation="softmax"),
    ]
)
model.compile(
    loss="categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.001),
    metrics=["accuracy"],
)
model.summary()
