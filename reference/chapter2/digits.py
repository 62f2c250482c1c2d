"""Small handwritten digits for comparisons over many networks."""

import tensorflow as tf
from sklearn.datasets import load_digits


def digits(rows: int, skipped: int = 0) -> tuple[tf.Tensor, tf.Tensor]:
    """Digits that come with scikit-learn: 8 x 8 pixels (rows, 64), classes (rows,)."""
    images, classes = load_digits(return_X_y=True)
    chosen = slice(skipped, skipped + rows)
    return tf.constant(images[chosen] / 16, tf.float32), tf.constant(classes[chosen], tf.int32)
