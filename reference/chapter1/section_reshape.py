"""The reshape Function: another shape, the same elements in the same order, the same variable."""

import inspect

import keras
import tensorflow as tf

from reference.attempts import attempt
from reference.sessions import displayed


def moved(elements: tf.Tensor, original: tf.Tensor) -> int:
    """How many elements, read row by row, stand at another place than in ``original``."""
    differ = tf.reshape(elements, [-1]) != tf.reshape(original, [-1])
    return int(tf.reduce_sum(tf.cast(differ, tf.int32)))


def run() -> dict[str, object]:
    x = tf.Variable([[1, 2, 3], [4, 5, 6]])
    reshaped = tf.reshape(x, [3, 2])
    shape_after_call = x.shape
    transposed = tf.transpose(x)
    original, x = x, tf.reshape(x, [3, 2])
    names_of_exercise_1_03 = {"X": original, "Y": transposed}
    gray_with_depth = tf.reshape(tf.zeros([5, 4]), [5, 4, 1])
    return {
        "x_of_exercise_1_03": attempt(lambda: eval("x", names_of_exercise_1_03)),
        "x_shape_print": repr(original.shape),
        "arguments": list(inspect.signature(tf.reshape).parameters),
        "reshaped": reshaped,
        "elements": [int(tf.size(original)), int(tf.size(reshaped))],
        "to_3_by_3": attempt(lambda: tf.reshape(original, [3, 3])),
        "to_3_by_4": attempt(lambda: tf.reshape(original, [3, 4])),
        "moved_by_reshape": moved(reshaped, original),
        "moved_by_transpose": moved(transposed, original),
        "transposed": transposed,
        "unlike_the_reshaped": tf.math.count_nonzero(transposed != reshaped),
        "rank_of_an_image": keras.layers.Conv2D(1, 2).input_spec.min_ndim - 1,
        "image_of_rank_2": attempt(lambda: keras.layers.Conv2D(1, 2)(keras.Input((5, 4)))),
        "gray_with_depth": gray_with_depth,
        "rank_of_gray_with_depth": tf.rank(gray_with_depth),
        "x_shape_after_call": shape_after_call,
        "displayed_by_the_call": displayed("tf.reshape(x, [3, 2])", {"tf": tf, "x": original}),
        "x_shape_after_assignment": x.shape,
    }
