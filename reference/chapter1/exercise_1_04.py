"""Exercise 1.04: a reshaped tensor has another shape and rank, and the same elements in order."""

import tensorflow as tf

from reference.attempts import attempt


def run() -> dict[str, object]:
    A = created = tf.Variable(tf.reshape(tf.range(1, 21), [5, 4]))
    reshaped = tf.reshape(A, [5, 4, 1])
    shape_after_reshape = A.shape
    A = tf.reshape(A, [5, 4, 1])
    return {
        "created": created,
        "created_shape": created.shape,
        "created_rank": tf.rank(created),
        "reshaped": reshaped,
        "shape_after_reshape": shape_after_reshape,
        "A": A,
        "A_shape": A.shape,
        "A_rank": tf.rank(A),
        "A_as_printed": tf.strings.format("{}", A, summarize=-1),
        "elements_in_order": tf.reshape(A, [-1]),
        "reshape_to_25_elements": attempt(lambda: tf.reshape(A, [5, 5])),
    }
