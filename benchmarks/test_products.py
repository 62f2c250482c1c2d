"""Exercise 2.04 is two large matrix products a step: how near the training comes to bare ones."""

import time

import keras
import numpy as np
import pytest
import tensorflow as tf
from pytest_benchmark.fixture import BenchmarkFixture

from reference.chapter2 import exercise_2_04
from reference.chapter2.exercise_2_03 import Layer, cross_entropy, untrained
from reference.training import minimize

ROWS, STEPS, ROUNDS = 60_000, 40, 3
LEAST_SHARE = 0.3


@pytest.fixture(scope="module")
def digits() -> tuple[tf.Tensor, tf.Tensor]:
    """Random pixels and one-hot labels in MNIST's shapes: the rate does not depend on values."""
    generator = np.random.default_rng(0)
    pixels = generator.random((ROWS, exercise_2_04.PIXELS), dtype=np.float32)
    labels = generator.integers(exercise_2_04.DIGITS, size=ROWS)
    return tf.constant(pixels), tf.one_hot(labels, exercise_2_04.DIGITS)


@tf.function
def bare_products(x: tf.Tensor, y: tf.Tensor, steps: tf.Tensor) -> tf.Tensor:
    """The forward product (rows, 10) and the weights' gradient (784, 10), ``steps`` times."""
    weight = tf.zeros([exercise_2_04.PIXELS, exercise_2_04.DIGITS])
    for _ in tf.range(steps):
        weight = 1e-9 * tf.matmul(x, y + tf.matmul(x, weight), transpose_a=True)
    return weight


def test_a_training_step_costs_little_more_than_its_products(
    digits: tuple[tf.Tensor, tf.Tensor], benchmark: BenchmarkFixture
) -> None:
    x, y = digits
    bare_products(x, y, tf.constant(1))
    bare_seconds: list[float] = []

    def bare() -> None:
        start = time.perf_counter()
        bare_products(x, y, tf.constant(STEPS)).numpy()
        bare_seconds.append(time.perf_counter() - start)

    def train() -> Layer:
        layer = untrained(exercise_2_04.PIXELS, exercise_2_04.DIGITS)
        adam = keras.optimizers.Adam(exercise_2_04.LEARNING_RATE)
        minimize(lambda: cross_entropy(y, layer.perceptron(x)), list(layer), adam, STEPS)
        return layer

    layer = benchmark.pedantic(train, setup=bare, rounds=ROUNDS, iterations=1)
    seconds = float(np.median(bare_seconds))
    products = STEPS * 2 * 2 * ROWS * exercise_2_04.PIXELS * exercise_2_04.DIGITS
    share = seconds / benchmark.stats.stats.median
    benchmark.extra_info |= {
        "unit": "2.04",
        "bare_seconds": bare_seconds,
        "bare_gflop_a_second": products / seconds / 1e9,
        "share_of_the_products_rate": share,
    }
    assert share > LEAST_SHARE
    assert np.isfinite(layer.weight.numpy()).all()
