"""Contests of full-batch training: one compiled loop against one eager call a step."""

from functools import cache

import keras
import numpy as np
import tensorflow as tf

from harness.bench.workloads.contests.contest import Contest
from harness.bench.workloads.peers import minimize_eagerly
from reference import datasets
from reference.chapter1 import activity_1_01, exercise_1_06
from reference.chapter2 import exercise_2_02, exercise_2_03


def _flat(variables: list[tf.Variable]) -> np.ndarray:
    return np.concatenate([np.ravel(variable.numpy()) for variable in variables])


def _line(steps: int) -> np.ndarray:
    w, b = tf.Variable(0.0), tf.Variable(0.0)
    optimizer = tf.optimizers.Adam(exercise_1_06.LEARNING_RATE)
    minimize_eagerly(lambda: exercise_1_06.loss(w, b), [w, b], optimizer, steps)
    return _flat([w, b])


def _root(steps: int) -> np.ndarray:
    x = tf.Variable(0.0)
    loss = activity_1_01.absolute(activity_1_01.quadratic)
    optimizer = tf.optimizers.Adam(activity_1_01.LEARNING_RATE)
    minimize_eagerly(lambda: loss(x), [x], optimizer, steps)
    return _flat([x])


@cache
def _points() -> tuple[tf.Tensor, tf.Tensor]:
    df = datasets.load("data-csv")
    return tf.constant(df[["x1", "x2"]].values, tf.float32), tf.constant(
        df[["label"]].values, tf.float32
    )


def _neuron(steps: int) -> np.ndarray:
    x, y = _points()
    neuron = exercise_2_02.untrained(2)

    def loss() -> tf.Tensor:
        logits = neuron.perceptron(x)
        return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))

    optimizer = keras.optimizers.SGD(exercise_2_02.LEARNING_RATE)
    minimize_eagerly(loss, list(neuron), optimizer, steps)
    return _flat(list(neuron))


@cache
def _irises() -> tuple[tf.Tensor, tf.Tensor]:
    df = datasets.load("iris")
    features = tf.constant(df[exercise_2_03.FEATURES].values, tf.float32)
    return features, tf.one_hot(df["species"].values, 3)


def _layer(steps: int) -> np.ndarray:
    x, y = _irises()
    layer = exercise_2_03.untrained(4, 3)
    optimizer = keras.optimizers.Adam(exercise_2_03.LEARNING_RATE)
    minimize_eagerly(
        lambda: exercise_2_03.cross_entropy(y, layer.perceptron(x)), list(layer), optimizer, steps
    )
    return _flat(list(layer))


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


FULL_BATCH = (
    Contest("1.06", _compiled_line, _line, exercise_1_06.ITERATIONS, 1000),
    Contest("A1.01", _compiled_root, _root, activity_1_01.ITERATIONS, 1000),
    Contest("2.02", _compiled_neuron, _neuron, exercise_2_02.ITERATIONS, 1000),
    Contest("2.03", _compiled_layer, _layer, exercise_2_03.ITERATIONS, 1000),
)
