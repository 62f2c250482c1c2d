"""Small networks of one shape, trained side by side from several random starts.

Kernels have the shape (seeds, inputs, units), so that one compiled loop trains all of them. The
losses are summed over the seeds, and an optimizer works element by element: no network has a part
in another's gradients or updates.
"""

from collections.abc import Sequence
from itertools import pairwise

import keras
import tensorflow as tf
from sklearn.datasets import load_digits

from reference.training import minimize

SEEDS = 8


def digits(rows: int, skipped: int = 0) -> tuple[tf.Tensor, tf.Tensor]:
    """Handwritten digits that come with scikit-learn: 8 x 8 pixels (rows, 64), classes (rows,)."""
    images, classes = load_digits(return_X_y=True)
    chosen = slice(skipped, skipped + rows)
    return tf.constant(images[chosen] / 16, tf.float32), tf.constant(classes[chosen], tf.int32)


class Networks:
    """``SEEDS`` classifiers with layers of these ``sizes``, from the inputs to the classes."""

    def __init__(self, sizes: Sequence[int], activation: str) -> None:
        self.activation = keras.activations.get(activation)
        glorot = keras.initializers.GlorotUniform
        self.kernels = [
            tf.Variable([glorot(seed)(shape) for seed in range(SEEDS)]) for shape in pairwise(sizes)
        ]
        self.biases = [tf.Variable(tf.zeros([SEEDS, 1, units])) for units in sizes[1:]]

    def logits(self, x: tf.Tensor, dropout: float = 0.0) -> tf.Tensor:
        """Net inputs of the last layer, shape (seeds, rows, classes), for ``x`` (rows, inputs)."""
        signal = x
        for kernel, bias in zip(self.kernels[:-1], self.biases[:-1], strict=True):
            signal = self.activation(tf.matmul(signal, kernel) + bias)
            if dropout:
                signal = tf.nn.dropout(signal, dropout)
        return tf.matmul(signal, self.kernels[-1]) + self.biases[-1]

    def losses(self, x: tf.Tensor, labels: tf.Tensor, dropout: float = 0.0) -> tf.Tensor:
        """Mean cross-entropy of each network, shape (seeds,), for class numbers ``labels``."""
        logits = self.logits(x, dropout)
        repeated = tf.tile(labels[tf.newaxis], [SEEDS, 1])
        errors = tf.nn.sparse_softmax_cross_entropy_with_logits(repeated, logits)
        return tf.reduce_mean(errors, axis=1)

    def accuracies(self, x: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
        """Share of right answers of each network, shape (seeds,)."""
        answers = tf.argmax(self.logits(x), axis=-1, output_type=labels.dtype)
        return tf.reduce_mean(tf.cast(answers == labels, tf.float32), axis=1)

    def train(
        self,
        x: tf.Tensor,
        labels: tf.Tensor,
        optimizer: keras.optimizers.Optimizer,
        steps: int,
        dropout: float = 0.0,
    ) -> None:
        """Take full-batch steps, in place."""
        minimize(
            lambda: tf.reduce_sum(self.losses(x, labels, dropout)),
            [*self.kernels, *self.biases],
            optimizer,
            steps,
        )
