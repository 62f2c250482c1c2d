"""Exercise 1.05: arg max along an axis is the place of the largest element, not its value."""

import tensorflow as tf

from reference.attempts import attempt


def largest(vector: tf.Tensor) -> dict[str, int]:
    """The largest element of a vector, and its index."""
    return {"maximum": int(tf.reduce_max(vector)), "index": int(tf.argmax(vector))}


def run() -> dict[str, object]:
    X = tf.Variable([[91, 12, 15], [11, 88, 21], [90, 87, 75]])
    return {
        "X": X,
        "X_shape": X.shape,
        "lower_case_x": attempt(lambda: eval("x.shape", {"X": X})),
        "argmax_axis_0": tf.argmax(X, axis=0),
        "argmax_axis_1": tf.argmax(X, axis=1),
        "column_1": largest(X[:, 0]),
        "column_2": largest(X[:, 1]),
        "column_3": largest(X[:, 2]),
        "row_1": largest(X[0]),
        "row_2": largest(X[1]),
        "row_3": largest(X[2]),
    }
