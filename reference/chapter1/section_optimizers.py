"""Optimizers: they change the parameters that they are given until the loss is small."""

import tensorflow as tf

from reference.attempts import attempt
from reference.training import minimize

POPULAR = ("SGD", "Adam", "RMSprop")
LEARNING_RATE = 0.1
STEPS = 200

X = tf.constant([0.0, 1.0, 2.0, 3.0])
Y = 2 * X + 1
NEW_X, NEW_Y = 10.0, 21.0


def difference(m: float, b: float) -> tf.Tensor:
    """Predicted minus actual values of Y = 2 X + 1, shape (4,)."""
    return m * X + b - Y


def distance(m: float, b: float) -> tf.Tensor:
    """Mean absolute difference of predicted and actual values."""
    return tf.reduce_mean(abs(difference(m, b)))


def optimizer_of_first_listing() -> object:
    """What a session that ran the first listing holds under the second's name."""
    session: dict[str, object] = {"tf": tf}
    exec("tf.optimizers.Adam()", session)
    return eval("optimizer", session)


def run() -> dict[str, object]:
    m, b, unlisted, astray_m, astray_b = (tf.Variable(0.0) for _ in range(5))

    def loss() -> tf.Tensor:
        return tf.reduce_mean(tf.square(difference(m, b) + unlisted))

    distance_before, loss_before = distance(m, b), loss()
    minimize(loss, [m, b], tf.optimizers.SGD(LEARNING_RATE), STEPS)
    minimize(
        lambda: tf.reduce_mean(difference(astray_m, astray_b)),
        [astray_m, astray_b],
        tf.optimizers.SGD(LEARNING_RATE),
        STEPS,
    )
    parameters = {"m": m, "b": b, "unlisted": unlisted}
    return {
        "distance_before": distance_before,
        "distance_by_square": distance(m, b),
        "distance_by_difference": distance(astray_m, astray_b),
        "distance_far_off": distance(-100.0, -100.0),
        "loss_before": loss_before,
        "loss_after": loss(),
        "changed_parameters": [name for name, value in parameters.items() if value != 0],
        "error_for_new_x": abs(m * NEW_X + b - NEW_Y),
        "popular_optimizers": [name for name in POPULAR if hasattr(tf.optimizers, name)],
        "adam": attempt(tf.optimizers.Adam),
        "optimizer_of_first_listing": attempt(optimizer_of_first_listing),
        "minimize_call": attempt(lambda: tf.optimizers.Adam().minimize(loss, [m, b])),
    }
