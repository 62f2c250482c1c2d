"""Exercise 1.06: Adam fits a line to four points that lie on y = 1 - x."""

import tensorflow as tf

from reference.attempts import attempt
from reference.stages import Vector
from reference.training import minimize

LEARNING_RATE = 0.01
ITERATIONS = 1000
REPETITIONS = 2

X: Vector = (1, 2, 3, 4)
Y: Vector = (0, -1, -2, -3)


def regression(w: tf.Tensor, b: tf.Tensor, x: Vector = X) -> tf.Tensor:
    """The line's value at each x, shape (4,)."""
    return w * x + b


def loss(w: tf.Tensor, b: tf.Tensor, x: Vector = X, y: Vector = Y) -> tf.Tensor:
    """Absolute error at each point, shape (4,): its gradient is that of their sum."""
    return abs(regression(w, b, x) - y)


def train(
    steps: int, x: Vector = X, y: Vector = Y
) -> tuple[tf.Variable, tf.Variable, tf.optimizers.Optimizer]:
    """Slope, intercept and optimizer after ``steps`` full-batch steps from zeros."""
    w, b = tf.Variable(0.0), tf.Variable(0.0)
    optimizer = tf.optimizers.Adam(LEARNING_RATE)
    minimize(lambda: loss(w, b, x, y), [w, b], optimizer, steps)
    return w, b, optimizer


def run(x: Vector = X, y: Vector = Y) -> dict[str, object]:
    w, b, optimizer = train(ITERATIONS, x, y)
    again = [train(ITERATIONS, x, y) for _ in range(REPETITIONS - 1)]
    results = {(float(slope), float(intercept)) for slope, intercept, _ in [(w, b, None), *again]}
    first_w, first_b, _ = train(1, x, y)
    zero = tf.constant(0.0)
    return {
        "initial_loss": loss(zero, zero, x, y),
        "initial_loss_sum": tf.reduce_sum(loss(zero, zero, x, y)),
        "learning_rate": optimizer.learning_rate,
        "iterations": optimizer.iterations,
        "first_step": [float(first_w), float(first_b)],
        "w": w,
        "b": b,
        "parameters": tf.stack([w, b]),
        "smallest_change": tf.minimum(abs(w), abs(b)),
        "final_loss_sum": tf.reduce_sum(loss(w, b, x, y)),
        "prediction": regression(w, b, x),
        "largest_error": tf.reduce_max(loss(w, b, x, y)),
        "distinct_results": len(results),
        "minimize_call": attempt(lambda: optimizer.minimize(lambda: loss(w, b, x, y), [w, b])),
    }
