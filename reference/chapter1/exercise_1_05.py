"""Exercise 1.05: arg max along an axis is the place of the largest element, not its value."""

import tensorflow as tf

from reference.attempts import attempt
from reference.stages import Matrix


def largest(vector: tf.Tensor) -> dict[str, int]:
    """The largest element of a vector, and its index."""
    return {"maximum": int(tf.reduce_max(vector)), "index": int(tf.argmax(vector))}


def run(X: Matrix = ((91, 12, 15), (11, 88, 21), (90, 87, 75))) -> dict[str, object]:
    matrix = tf.Variable(X)
    return {
        "X": matrix,
        "X_shape": matrix.shape,
        "X_shape_displayed": repr(matrix.shape),
        "lower_case_x": attempt(lambda: eval("x.shape", {"X": matrix})),
        "argmax_axis_0": tf.argmax(matrix, axis=0),
        "argmax_axis_1": tf.argmax(matrix, axis=1),
        "column_1": largest(matrix[:, 0]),
        "column_2": largest(matrix[:, 1]),
        "column_3": largest(matrix[:, 2]),
        "row_1": largest(matrix[0]),
        "row_2": largest(matrix[1]),
        "row_3": largest(matrix[2]),
    }
