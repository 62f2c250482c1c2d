"""Contests of full-batch training: one compiled loop against one eager call a step."""

from collections.abc import Callable
from functools import cache

import keras
import numpy as np
import tensorflow as tf

from harness.bench.workloads.contests.contest import Contest
from harness.bench.workloads.full_batch import Training, line, neuron, root, softmax
from harness.bench.workloads.peers import minimize_eagerly
from reference import datasets
from reference.chapter1 import activity_1_01, exercise_1_06
from reference.chapter2 import exercise_2_02, exercise_2_03


def _flat(variables: list[tf.Variable]) -> np.ndarray:
    return np.concatenate([np.ravel(variable.numpy()) for variable in variables])


def _eagerly(training: Callable[[], Training]) -> Callable[[int], np.ndarray]:
    """The training from its start, as a function of the number of steps."""

    def learned(steps: int) -> np.ndarray:
        loss, variables, optimizer, _ = training()
        minimize_eagerly(loss, variables, optimizer, steps)
        return _flat(variables)

    return learned


@cache
def _points() -> tuple[tf.Tensor, tf.Tensor]:
    df = datasets.load("data-csv")
    return tf.constant(df[["x1", "x2"]].values, tf.float32), tf.constant(
        df[["label"]].values, tf.float32
    )


@cache
def _irises() -> tuple[tf.Tensor, tf.Tensor]:
    df = datasets.load("iris")
    features = tf.constant(df[exercise_2_03.FEATURES].values, tf.float32)
    return features, tf.one_hot(df["species"].values, 3)


def _compiled_line() -> np.ndarray:
    w, b, _ = exercise_1_06.train(exercise_1_06.ITERATIONS)
    return _flat([w, b])


def _compiled_root() -> np.ndarray:
    losses = [activity_1_01.absolute(activity_1_01.quadratic)]
    return activity_1_01.descend(losses, activity_1_01.ITERATIONS)[-1]


def _compiled_neuron() -> np.ndarray:
    return _flat(list(exercise_2_02.train(*_points(), exercise_2_02.Neuron.perceptron)))


def _compiled_layer() -> np.ndarray:
    optimizer = keras.optimizers.Adam(exercise_2_03.LEARNING_RATE)
    return _flat(list(exercise_2_03.train(*_irises(), optimizer, exercise_2_03.Layer.perceptron)))


def _neuron() -> Training:
    return neuron(*_points())


def _layer() -> Training:
    return softmax(*_irises(), exercise_2_03.LEARNING_RATE)


FULL_BATCH = (
    Contest("1.06", _compiled_line, _eagerly(line), exercise_1_06.ITERATIONS, 1000),
    Contest("A1.01", _compiled_root, _eagerly(root), activity_1_01.ITERATIONS, 1000),
    Contest("2.02", _compiled_neuron, _eagerly(_neuron), exercise_2_02.ITERATIONS, 1000),
    Contest("2.03", _compiled_layer, _eagerly(_layer), exercise_2_03.ITERATIONS, 1000),
)
