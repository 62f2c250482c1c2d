"""Exercise 3.01: a convolution is an element-wise product, then a sum over all elements."""

import tensorflow as tf

FIRST = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
SECOND = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]


def run() -> dict[str, object]:
    A, B = tf.Variable(FIRST), tf.Variable(SECOND)
    mult_out = tf.math.multiply(A, B)
    conv_out = tf.math.reduce_sum(mult_out)
    image = tf.reshape(tf.cast(A, tf.float32), [1, 3, 3, 1])
    kernel = tf.reshape(tf.cast(B, tf.float32), [3, 3, 1, 1])
    return {
        "A": A,
        "B": B,
        "mult_out": mult_out,
        "conv_out": conv_out,
        "A_displayed": repr(A),
        "B_displayed": repr(B),
        "number_of_matrix_b": [FIRST, SECOND].index(B.numpy().tolist()) + 1,
        "convolution_of_tensorflow": tf.nn.conv2d(image, kernel, 1, "VALID")[0, 0, 0, 0],
    }
