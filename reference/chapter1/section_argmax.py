"""The Argmax Function: where the largest element stands, along an axis or down the first."""

import inspect

import tensorflow as tf


def largest(vector: tf.Tensor) -> dict[str, int]:
    """The largest element of a vector, and its index."""
    return {"maximum": int(tf.reduce_max(vector)), "index": int(tf.argmax(vector))}


def run() -> dict[str, object]:
    listed = [1, 10, 3, 5]
    x = tf.constant([[1, 5, 3], [2, 4, 8], [9, 2, 3]])
    parameters = inspect.signature(tf.argmax).parameters.values()
    return {
        "argmax_of_list": tf.argmax(listed),
        "maximum_of_list": max(listed),
        "indices_of_1_and_10": [listed.index(1), listed.index(10)],
        "required_arguments": [p.name for p in parameters if p.default is p.empty],
        "without_axis": tf.argmax(x),
        "axis_0": tf.argmax(x, axis=0),
        "axis_1": tf.argmax(x, axis=1),
        **{f"column_{n}": largest(x[:, n - 1]) for n in (1, 2, 3)},
        **{f"row_{n}": largest(x[n - 1]) for n in (1, 2, 3)},
    }
