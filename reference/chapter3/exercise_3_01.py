"""Exercise 3.01: an element-wise product, then a sum over all elements."""

import tensorflow as tf

from reference.stages import Matrix

FIRST = ((1, 2, 3), (4, 5, 6), (7, 8, 9))
SECOND = ((1, 0, -1), (1, 0, -1), (1, 0, -1))


def run(A: Matrix = FIRST, B: Matrix = SECOND) -> dict[str, object]:
    first, second = tf.Variable(A), tf.Variable(B)
    mult_out = tf.math.multiply(first, second)
    conv_out = tf.math.reduce_sum(mult_out)
    image = tf.reshape(tf.cast(first, tf.float32), [1, 3, 3, 1])
    kernel = tf.reshape(tf.cast(second, tf.float32), [3, 3, 1, 1])
    return {
        "A": first,
        "B": second,
        "mult_out": mult_out,
        "conv_out": conv_out,
        "A_displayed": repr(first),
        "B_displayed": repr(second),
        "mult_out_displayed": repr(mult_out),
        "conv_out_displayed": repr(conv_out),
        "number_of_matrix_b": (A, B).index(B) + 1,
        "conv2d_of_tensorflow": tf.nn.conv2d(image, kernel, 1, "VALID")[0, 0, 0, 0],
    }
