"""Full-batch trainings: one compiled loop over all steps, tracing included, and an eager one.

The reference traces its loop at each training, and a reader waits for that too: a call is a whole
training, a unit one of its steps.
"""

from collections.abc import Callable
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

from harness.bench.workloads.peers import minimize_eagerly
from harness.bench.workloads.rows import made
from harness.bench.workloads.workload import Work
from reference.chapter1 import activity_1_01, exercise_1_06
from reference.chapter2 import exercise_2_02, exercise_2_03, exercise_2_04
from reference.training import minimize

Loss = Callable[[], tf.Tensor]


class Training(NamedTuple):
    """A training from the start: what is minimised, what moves, and by which optimizer."""

    loss: Loss
    variables: list[tf.Variable]
    optimizer: keras.optimizers.Optimizer
    shapes: dict[str, tuple[int, ...]]


def line() -> Training:
    w, b = tf.Variable(0.0), tf.Variable(0.0)
    adam = tf.optimizers.Adam(exercise_1_06.LEARNING_RATE)
    return Training(lambda: exercise_1_06.loss(w, b), [w, b], adam, {"x": (len(exercise_1_06.X),)})


def root() -> Training:
    x = tf.Variable(tf.zeros(1))
    loss = activity_1_01.absolute(activity_1_01.quadratic)
    adam = tf.optimizers.Adam(activity_1_01.LEARNING_RATE)
    return Training(lambda: loss(x), [x], adam, {"x": (1,)})


def neuron(x: tf.Tensor, y: tf.Tensor) -> Training:
    """Of Exercise 2.02, on features ``(n, 2)`` and labels ``(n, 1)``."""
    untrained = exercise_2_02.untrained(2)

    def loss() -> tf.Tensor:
        logits = untrained.perceptron(x)
        return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))

    sgd = keras.optimizers.SGD(exercise_2_02.LEARNING_RATE)
    return Training(loss, list(untrained), sgd, {"features": tuple(x.shape)})


def softmax(x: tf.Tensor, y: tf.Tensor, learning_rate: float) -> Training:
    """Of Exercises 2.03 and 2.04, on features ``(n, inputs)`` and one-hot labels."""
    layer = exercise_2_03.untrained(x.shape[1], y.shape[1])
    adam = keras.optimizers.Adam(learning_rate)
    return Training(
        lambda: exercise_2_03.cross_entropy(y, layer.perceptron(x)),
        list(layer),
        adam,
        {"features": tuple(x.shape)},
    )


def _two_classes(seed: int) -> Training:
    features, labels = made("numbers", (2,), 1, 21, seed)
    return neuron(tf.constant(features), tf.constant(labels, tf.float32))


def _irises(seed: int) -> Training:
    features, labels = made("numbers", (4,), 3, 150, seed)
    return softmax(tf.constant(features), tf.one_hot(labels, 3), exercise_2_03.LEARNING_RATE)


def _digits(seed: int) -> Training:
    features, labels = made("grey", (exercise_2_04.PIXELS,), 10, 60_000, seed)
    return softmax(tf.constant(features), tf.one_hot(labels, 10), exercise_2_04.LEARNING_RATE)


TRAININGS: dict[str, Callable[[int], Training]] = {
    "1.06": lambda seed: line(),
    "A1.01": lambda seed: root(),
    "2.02": _two_classes,
    "2.03": _irises,
    "2.04": _digits,
}
FLOPS = {"2.04": 2 * 2 * 60_000 * exercise_2_04.PIXELS * exercise_2_04.DIGITS}  # of a step


def compiled(unit: str, steps: int, *, seed: int) -> Work:
    """The reference's ``minimize``; the data are made before, the parameters start anew."""
    return _work(unit, steps, minimize, seed)


def eager(unit: str, steps: int, *, seed: int) -> Work:
    """The listing's way: one Python call a step."""
    return _work(unit, steps, minimize_eagerly, seed)


def _work(unit: str, steps: int, by: Callable[..., None], seed: int) -> Work:
    training = TRAININGS[unit](seed)
    start = [variable.numpy() for variable in training.variables]
    losses = [np.nan]

    def run(calls: int) -> None:
        for _ in range(calls):
            for variable, value in zip(training.variables, start, strict=True):
                variable.assign(value)
            fresh = training.optimizer.from_config(training.optimizer.get_config())
            by(training.loss, training.variables, fresh, steps)
            losses[0] = float(tf.reduce_sum(training.loss()))

    return Work(
        run,
        units=steps,
        quality=lambda: losses[0],
        flops=FLOPS.get(unit, 0),
        shapes=training.shapes,
        dtype_policy="float32",
    )
