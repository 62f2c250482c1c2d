"""Exercise 1.03: a matrix product depends on the order of its factors."""

import numpy as np
import tensorflow as tf

from reference.chapter1.section_linear_algebra import ROWS_OF_A, ROWS_OF_B
from reference.stages import Matrix


def run(
    X: Matrix = ((1, 2, 3), (4, 5, 6)), Y: Matrix = ((7, 8), (9, 10), (11, 12))
) -> dict[str, object]:
    left, right = tf.Variable(X), tf.Variable(Y)
    c1 = tf.matmul(left, right)
    c2 = tf.matmul(right, left)
    multiplied_by_hand = {"X": (left, ROWS_OF_A), "Y": (right, ROWS_OF_B)}
    return {
        "X": left,
        "Y": right,
        "multiplied_by_hand": [
            name for name, pair in multiplied_by_hand.items() if np.array_equal(*pair)
        ],
        "c1": c1,
        "c2": c2,
        "printed": {
            name: tf.strings.format("{}", matrix, summarize=-1)
            for name, matrix in (("X", left), ("Y", right), ("c1", c1), ("c2", c2))
        },
        "elements_of_c1": tf.size(c1),
        "elements_of_c2": tf.size(c2),
    }
