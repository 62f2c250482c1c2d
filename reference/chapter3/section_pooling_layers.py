"""Pooling Layers: a smaller feature map, fewer calculations, less time."""

import time
from collections.abc import Callable
from functools import partial

import keras
import numpy as np
import tensorflow as tf
from keras.layers import AveragePooling2D, Conv2D, Dense, MaxPooling2D

from reference.chapter3.exercise_3_02 import build
from reference.stages import stage

# Figure 3.14: the text names the pixels of the upper two groups; the lower two are ours.
FEATURE_MAP = np.array([[6, 8, 6, 1], [1, 2, 7, 4], [3, 0, 2, 2], [1, 4, 5, 0]], dtype=np.float32)
TWO_BY_TWO = ([1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID")  # sizes, strides, rates
PAIRS = 8


def without_pooling() -> keras.Model:
    """The network of Exercise 3.02 less its two pooling layers."""
    layers = [layer for layer in build().layers if not isinstance(layer, MaxPooling2D)]
    copies = [type(layer).from_config(layer.get_config()) for layer in layers]
    return keras.Sequential([keras.Input((28, 28, 1)), *copies])


def multiplications(model: keras.Model) -> int:
    """Products of an input and a weight that one image costs."""
    return sum(
        int(np.prod(layer.kernel.shape)) * int(np.prod(layer.output.shape[1:-1]))
        for layer in model.layers
        if isinstance(layer, Conv2D | Dense)
    )


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run() -> dict[str, object]:
    batch = FEATURE_MAP.reshape(1, 4, 4, 1)
    pooled = MaxPooling2D(pool_size=(2, 2), strides=2)(batch)[0, ..., 0]
    average = AveragePooling2D(pool_size=(2, 2), strides=2)(batch)[0, ..., 0]
    return {
        "maximum_of_first_group": pooled[0, 0],
        "average_of_first_group": average[0, 0],
        "second_group": tf.image.extract_patches(batch, *TWO_BY_TWO)[0, 0, 1],
        "pooled_shape": list(pooled.shape),
        "multiplications_with_pooling": multiplications(build()),
        "multiplications_without_pooling": multiplications(without_pooling()),
    }


@stage(tier="train")
def timed() -> dict[str, object]:
    """Seconds of training steps and of single layers, in turns, compiled beforehand."""
    images, labels = tf.zeros([32, 28, 28, 1]), tf.zeros([32], tf.int32)
    # As the first convolution hands them over: large enough for the arithmetic to take the time.
    features = tf.random.stateless_normal([32, 26, 26, 64], seed=[3, 15])
    pooled, unpooled = build(), without_pooling()
    unpooled.compile("adam", pooled.loss)
    actions = {
        "with_pooling": partial(pooled.train_on_batch, images, labels),
        "without_pooling": partial(unpooled.train_on_batch, images, labels),
        "of_pooling": partial(_repeatedly, tf.function(MaxPooling2D()), features),
        "of_convolution": partial(_repeatedly, tf.function(Conv2D(64, 3)), features),
    }
    for action in actions.values():
        action()
    taken = np.array([[seconds(action) for action in actions.values()] for _ in range(PAIRS)])
    found = {f"seconds_{name}": taken[:, number] for number, name in enumerate(actions)}
    return {**found, "half_the_seconds_of_convolution": found["seconds_of_convolution"] / 2}


def _repeatedly(layer: Callable[[tf.Tensor], tf.Tensor], features: tf.Tensor) -> None:
    for _ in range(5):
        layer(features)
