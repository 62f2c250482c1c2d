"""Exercise 1.02: an equation of two variables and a constant, as a function of tensors."""

from typing import Any

import tensorflow as tf

from reference.attempts import attempt


def equation(x: Any, y: Any, c: Any) -> Any:
    """Z = X² Y + Y + C (book, Figure 1.13, with C = 2)."""
    return x**2 * y + y + c


def equation_as_listed(x: Any, y: Any, c: Any) -> Any:
    """Z = X² Y + C: what the function of step 5 computes, without Figure 1.13's second term."""
    return x**2 * y + c


def run(X: int = 3, Y: int = 4) -> dict[str, object]:
    x = tf.Variable(X)
    y = tf.Variable(Y)
    C = tf.constant(2)
    return {
        "X": x,
        "Y": y,
        "C": C,
        "result": equation(x, y, C),
        "result_as_listed": equation_as_listed(x, y, C),
        "result_in_plain_python": equation(X, Y, 2),
        "changing_the_constant": attempt(lambda: C.assign(5)),
    }
