"""Convolutional Layers and Activation Functions of DCGANs: Conv2D's arguments, and LeakyReLU."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Conv2D, LeakyReLU

from reference.attempts import attempt

LISTING = """\
from tensorflow.keras import Sequential
model = Sequential()
model.add(Conv2D(64, kernel_size=(5, 5), strides=(2, 2), padding="same"))
"""
SIDE = 28


def seen_by(layer: Conv2D, row: int, column: int) -> np.ndarray:
    """Pixels (row, column) of a 28 x 28 image on which one output of the first map depends."""
    image = tf.Variable(tf.zeros([1, SIDE, SIDE, 1]))
    with tf.GradientTape() as tape:
        output = layer(image)[0, row, column, 0]
    return np.argwhere(tape.gradient(output, image)[0, :, :, 0].numpy())


def run() -> dict[str, object]:
    layer = Conv2D(64, kernel_size=(5, 5), strides=(2, 2), padding="same")
    image = np.zeros((1, SIDE, SIDE, 1), dtype=np.float32)
    maps = layer(image)
    first, right, below = seen_by(layer, 6, 6), seen_by(layer, 6, 7), seen_by(layer, 7, 6)
    x = tf.constant([-3.0, -2.0, -1.0, 1.0, 2.0])
    leaky, relu = LeakyReLU(0.2)(x), keras.activations.relu(x)
    return {
        "listing_with_Conv2D": attempt(lambda: exec(LISTING, {"Conv2D": Conv2D})),
        "feature_maps": maps.shape[-1],
        "size_of_filter": (first.max(axis=0) - first.min(axis=0) + 1).tolist(),
        "cells_moved": [
            int((right - first)[0, 1]),
            int((below - first)[0, 0]),
        ],
        "output_side": maps.shape[1],
        "relu_of_negative": relu[x < 0],
        "leaky_over_negative": (leaky / x)[x < 0],
        "leaky_less_relu_of_positive": abs(leaky - relu)[x > 0],
    }
