"""Activity 1.01: Adam looks for the root of x² - 10x + 25."""

from collections.abc import Callable, Sequence

import numpy as np
import tensorflow as tf

from reference.attempts import attempt

LEARNING_RATE = 0.01
ITERATIONS = 10_000

Expression = Callable[[tf.Tensor], tf.Tensor]


def quadratic(x: tf.Tensor) -> tf.Tensor:
    """Left-hand side of the equation (book, Figure 1.30): a perfect square."""
    return x**2 - 10 * x + 25


def two_roots(x: tf.Tensor) -> tf.Tensor:
    """(x - 1)(x - 2): no perfect square; its minimum, -1/4, lies between the roots."""
    return x**2 - 3 * x + 2


def absolute(expression: Expression) -> Expression:
    """The expression's absolute value: the loss that the book's solution takes."""
    return lambda x: abs(expression(x))


def distance_from_roots_of_two(x: np.float32) -> float:
    """How far x is from the nearer root of ``two_roots``."""
    return float(min(abs(x - 1), abs(x - 2)))


def descend(
    losses: Sequence[Expression], steps: int, learning_rate: float = LEARNING_RATE
) -> np.ndarray:
    """Minimize each loss on its own from 0, in one compiled loop: Adam works element by element.

    Returns every search's x after each step, float32 of shape (steps, losses).
    """
    x = tf.Variable(tf.zeros(len(losses)))
    optimizer = tf.optimizers.Adam(learning_rate)
    optimizer.build([x])

    @tf.function
    def loop() -> tf.Tensor:
        visited = tf.TensorArray(tf.float32, steps)
        for step in tf.range(steps):
            with tf.GradientTape() as tape:
                costs = [loss(each) for loss, each in zip(losses, tf.unstack(x), strict=True)]
            optimizer.apply(tape.gradient(costs, [x]), [x])
            visited = visited.write(step, x)
        return visited.stack()

    return loop().numpy()


def run(learning_rate: float = LEARNING_RATE) -> dict[str, object]:
    losses = (absolute(quadratic), quadratic, two_roots)
    solution, plain, plain_of_two = descend(losses, ITERATIONS, learning_rate).T
    x = solution[-1]
    start = tf.Variable(0.0)
    return {
        "coefficients_of_the_square": np.poly([5, 5]),
        "value_at_5": quadratic(5.0),
        "x": x,
        "minimum": quadratic(x),
        "distance_from_5": abs(x - 5),
        "x_after_1000": solution[999],
        "largest_x": solution.max(),
        "way_of_the_last_1000": np.ptp(solution[-1000:]),
        "x_of_plain_loss": plain[-1],
        "distance_from_5_of_plain_loss": abs(plain[-1] - 5),
        "plain_minimum_of_two": two_roots(plain_of_two[-1]),
        "distance_from_roots_of_two": distance_from_roots_of_two(plain_of_two[-1]),
        "minimize_call": attempt(
            lambda: tf.optimizers.Adam(learning_rate).minimize(lambda: losses[0](start), start)
        ),
    }
