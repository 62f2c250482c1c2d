"""Exercise 1.03: a matrix product depends on the order of its factors."""

import tensorflow as tf


def run() -> dict[str, object]:
    X = tf.Variable([[1, 2, 3], [4, 5, 6]])
    Y = tf.Variable([[7, 8], [9, 10], [11, 12]])
    c1 = tf.matmul(X, Y)
    c2 = tf.matmul(Y, X)
    return {
        "X": X,
        "Y": Y,
        "c1": c1,
        "c2": c2,
        "elements_of_c1": tf.size(c1),
        "elements_of_c2": tf.size(c2),
    }
