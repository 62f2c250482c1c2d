"""Exercise 1.04: a reshaped tensor has another shape and rank, and the same elements in order."""

import tensorflow as tf

from reference.attempts import attempt
from reference.stages import Matrix

TO_TWENTY = tuple(tuple(range(row, row + 4)) for row in range(1, 21, 4))


def run(A: Matrix = TO_TWENTY) -> dict[str, object]:
    created = tf.Variable(A)
    reshaped = tf.reshape(created, [5, 4, 1])
    shape_after_reshape = created.shape
    assigned = tf.reshape(created, [5, 4, 1])
    return {
        "created": created,
        "created_shape": created.shape,
        "created_rank": tf.rank(created),
        "reshaped": reshaped,
        "shape_after_reshape": shape_after_reshape,
        "A": assigned,
        "A_shape": assigned.shape,
        "A_rank": tf.rank(assigned),
        "shapes_displayed": [
            repr(shape) for shape in (created.shape, shape_after_reshape, assigned.shape)
        ],
        "A_as_printed": tf.strings.format("{}", assigned, summarize=-1),
        "elements_in_order": tf.reshape(assigned, [-1]),
        "reshape_to_25_elements": attempt(lambda: tf.reshape(assigned, [5, 5])),
    }
