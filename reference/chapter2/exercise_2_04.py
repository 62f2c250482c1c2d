"""Exercise 2.04: one layer of ten neurons reads 93 % of MNIST's handwritten digits."""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from pandas import get_dummies
from sklearn.metrics import accuracy_score

from reference import datasets
from reference.chapter2.exercise_2_03 import Layer, train, untrained
from reference.stages import stage

LEARNING_RATE = 0.01
PIXELS = 28 * 28
DIGITS = 10


def flattened(images: NDArray[np.uint8]) -> tf.Tensor:
    """Images (n, 28, 28) of 0 to 255 as float32 rows (n, 784) of 0 to 1.

    Divided in float32: for whole numbers below 256 the result is the float64 quotient, cast.
    """
    return tf.constant(images.reshape(-1, PIXELS) / np.float32(255))


def run() -> dict[str, object]:
    layer = untrained(PIXELS, DIGITS)
    return {
        "mnist_type": type(tf.keras.datasets.mnist).__name__,
        "weight": layer.weight,
        "bias": layer.bias,
        "Number_of_features": layer.weight.shape[0],
        "Number_of_units": layer.weight.shape[1],
    }


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    """The preparation of steps 3 to 9; what depends on values alone is read off the bytes."""
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    rows = tf.reshape(train_features, [60000, 784])
    moved = np.any(rows.numpy().reshape(train_features.shape) != train_features, axis=(1, 2))
    y_hot = get_dummies(train_labels)
    y = y_hot.values
    test_hot = get_dummies(test_labels)
    few = tf.reshape(train_features[:10] / 255.0, [10, 784])
    x_sample = tf.cast(tf.Variable(few), tf.float32)
    guesses = y[: len(test_hot)]  # any one-hot rows, of which some happen to be right
    return {
        "train_shape": list(train_features.shape),
        "test_shape": list(test_features.shape),
        "range": [float(train_features.min() / 255.0), float(train_features.max() / 255.0)],
        "x_shape": list(rows.shape),
        "images_moved": int(moved.sum()),
        "x_sample": x_sample,
        "cast_is_a_variable": isinstance(x_sample, tf.Variable),
        "digits": y_hot.columns.tolist(),
        "y_shape": list(y.shape),
        "rows_not_one_hot": int(np.sum((y.sum(axis=1) != 1) | (y.argmax(axis=1) != train_labels))),
        "test_rows_shape": list(tf.reshape(test_features, [10000, 784]).shape),
        "test_hot_shape": list(test_hot.shape),
        "score_of_frame_less_of_matrix": float(
            accuracy_score(test_hot, guesses) - accuracy_score(test_hot.values, guesses)
        ),
    }


@stage(tier="train", needs=("mnist",))
def training() -> dict[str, object]:
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    y = tf.one_hot(train_labels, DIGITS)
    adam = keras.optimizers.Adam(LEARNING_RATE)
    layer = train(flattened(train_features), y, adam, Layer.perceptron)

    ypred = tf.round(layer.perceptron(flattened(test_features)))
    return {
        "ypred_shape": list(ypred.shape),
        "accuracy": float(accuracy_score(get_dummies(test_labels), ypred)),
    }
