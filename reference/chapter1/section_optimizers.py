"""Optimizers: they change the parameters that they are given until the loss is small."""

from collections.abc import Callable

import tensorflow as tf

from reference.attempts import attempt

POPULAR = ("SGD", "Adam", "RMSprop")
STEPS = 20

X = tf.constant([0.0, 1.0, 2.0, 3.0])
Y = 2 * X + 1


def difference(m: float, b: float) -> tf.Tensor:
    """Predicted minus actual values of Y = 2 X + 1, shape (4,)."""
    return m * X + b - Y


def descend(
    loss: Callable[[], tf.Tensor],
    parameters: list[tf.Variable],
    optimizer: tf.optimizers.Optimizer,
) -> None:
    """A few optimizer steps on ``loss()``, in place; Keras 3 has no ``minimize`` for it."""
    for _ in range(STEPS):
        with tf.GradientTape() as tape:
            value = loss()
        optimizer.apply_gradients(zip(tape.gradient(value, parameters), parameters, strict=True))


def run() -> dict[str, object]:
    m, b, unlisted = (tf.Variable(0.0) for _ in range(3))

    def loss() -> tf.Tensor:
        return tf.reduce_mean(tf.square(difference(m, b) + unlisted))

    loss_before = loss()
    descend(loss, [m, b], tf.optimizers.SGD(0.1))
    parameters = {"m": m, "b": b, "unlisted": unlisted}
    return {
        "difference_at_truth": tf.reduce_mean(difference(2.0, 1.0)),
        "difference_far_off": tf.reduce_mean(difference(-100.0, -100.0)),
        "distance_at_truth": tf.reduce_mean(abs(difference(2.0, 1.0))),
        "distance_far_off": tf.reduce_mean(abs(difference(-100.0, -100.0))),
        "loss_before": loss_before,
        "loss_after": loss(),
        "changed_parameters": [name for name, value in parameters.items() if value != 0],
        "popular_optimizers": [name for name in POPULAR if hasattr(tf.optimizers, name)],
        "adam": attempt(tf.optimizers.Adam),
        "minimize_call": attempt(lambda: tf.optimizers.Adam().minimize(loss, [m, b])),
    }
