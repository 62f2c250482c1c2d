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


def run() -> dict[str, object]:
    X = tf.Variable(3)
    Y = tf.Variable(4)
    C = tf.constant(2)
    return {
        "X": X,
        "Y": Y,
        "C": C,
        "result": equation(X, Y, C),
        "result_as_listed": equation_as_listed(X, Y, C),
        "result_in_plain_python": equation(3, 4, 2),
        "changing_the_constant": attempt(lambda: C.assign(5)),
    }
