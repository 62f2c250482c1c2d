"""Activation Function (G): the sigmoid's form, range and slope, and what it gives a network."""

from collections.abc import Callable

import numpy as np
import tensorflow as tf

Activation = Callable[[tf.Tensor], tf.Tensor]

FAR = tf.constant(100.0)
NAMED = ("sigmoid", "relu", "tanh")
CONTINUOUS: tuple[Callable[[np.ndarray], np.ndarray], ...] = (
    np.abs,
    lambda t: np.sin(6 * t),
    lambda t: np.exp(t) * np.cos(3 * t * t),
)


def logistic(z: tf.Tensor) -> tf.Tensor:
    """The equation of Figure 2.6."""
    return 1 / (1 + tf.exp(-z))


def bend(activation: Activation) -> tf.Tensor:
    """How far a network of two layers is from linear: f(a + b) + f(0) differs from f(a) + f(b)."""
    first, second = (tf.random.stateless_normal([4, 4], seed=[2, n]) for n in (0, 1))
    a, b = tf.random.stateless_normal([2, 1, 4], seed=[2, 2])

    def network(x: tf.Tensor) -> tf.Tensor:
        return activation(x @ first) @ second

    return tf.reduce_max(abs(network(a + b) + network(0 * a) - network(a) - network(b)))


def worst_error(function: Callable[[np.ndarray], np.ndarray], neurons: int = 200) -> float:
    """Largest error, on [-1, 1], of one layer of sigmoid neurons under a linear output.

    The neurons' steps are spread over the interval; the output's weights are least squares.
    """
    t = np.linspace(-1, 1, 2001)[:, np.newaxis]
    steps = np.linspace(-1.1, 1.1, neurons)
    hidden = tf.sigmoid(neurons / 2 * (t - steps)).numpy()
    output, *_ = np.linalg.lstsq(hidden, function(t), rcond=None)
    return float(np.abs(hidden @ output - function(t)).max())


def run() -> dict[str, object]:
    z = tf.linspace(-10.0, 10.0, 81)
    with tf.GradientTape() as tape:
        tape.watch(z)
        G = tf.sigmoid(z)
    slope = tape.gradient(G, z)
    functions: dict[str, Activation] = {name: getattr(tf.nn, name) for name in NAMED}
    return {
        "limits": {
            name: [float(function(-FAR)), float(function(FAR))]
            for name, function in functions.items()
        },
        "sigmoid": G,
        "sigmoid_far_out": tf.sigmoid([-1e30, -1000.0, -100.0, 100.0, 1000.0, 1e30]),
        "equation_less_sigmoid": tf.reduce_max(abs(logistic(z) - G)),
        "equation_less_derivative": tf.reduce_max(abs(logistic(z) - slope)),
        "product_less_derivative": tf.reduce_max(abs(G * (1 - G) - slope)),
        "smallest_rise": tf.reduce_min(G[1:] - G[:-1]),
        "steepest_at": z[int(tf.argmax(slope))],
        "thresholded": tf.cast(tf.sigmoid([-1.0, 0.0, 1.0]) >= 0.5, tf.int32),
        "bend_without_activation": bend(tf.identity),
        "bend_with_sigmoid": bend(tf.sigmoid),
        "errors_of_approximation": np.array([worst_error(function) for function in CONTINUOUS]),
    }
