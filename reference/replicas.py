"""Replicas: one small network from many random starts, trained side by side.

What a listing prints is one draw; a thousand replicas show how much of it is luck. Their weights
are stacked along a first axis and their losses summed, and since an optimizer works element by
element, no replica has a part in another's gradients or updates.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

from reference.training import minimize


class Replicas:
    """``count`` classifiers with layers of these ``sizes``, from the inputs to the last neurons.

    ``kernels`` have shape (count, inputs, units), Glorot-uniform as Keras draws them by default,
    and ``biases`` (count, 1, units), zero.
    """

    def __init__(
        self, sizes: Sequence[int], activation: str = "relu", count: int = 8, seed: int = 0
    ) -> None:
        generator = np.random.default_rng(seed)
        self.count = count
        self.activation = keras.activations.get(activation)
        self.kernels, self.biases = [], []
        for inputs, units in pairwise(sizes):
            limit = np.sqrt(6 / (inputs + units))
            kernel = generator.uniform(-limit, limit, (count, inputs, units))
            self.kernels.append(tf.Variable(kernel.astype(np.float32)))
            self.biases.append(tf.Variable(tf.zeros([count, 1, units])))

    @property
    def variables(self) -> list[tf.Variable]:
        return [*self.kernels, *self.biases]

    def logits(self, x: tf.Tensor, dropout: float = 0.0) -> tf.Tensor:
        """Net inputs of the last layer, shape (count, rows, units).

        ``x`` has shape (rows, inputs), or (count, rows, inputs) where each replica has its own.
        """
        signal = x
        for kernel, bias in zip(self.kernels[:-1], self.biases[:-1], strict=True):
            signal = self.activation(tf.matmul(signal, kernel) + bias)
            if dropout:
                signal = tf.nn.dropout(signal, dropout)
        return tf.matmul(signal, self.kernels[-1]) + self.biases[-1]

    def losses(self, x: tf.Tensor, labels: tf.Tensor, dropout: float = 0.0) -> tf.Tensor:
        """Mean cross-entropy of each replica, shape (count,), for class numbers ``labels``."""
        repeated = tf.tile(labels[tf.newaxis], [self.count, 1])
        logits = self.logits(x, dropout)
        errors = tf.nn.sparse_softmax_cross_entropy_with_logits(repeated, logits)
        return tf.reduce_mean(errors, axis=1)

    def accuracies(self, x: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
        """Share of right answers of each replica, shape (count,)."""
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
        """Take full-batch steps on the cross-entropy of classes, in place."""
        minimize(
            lambda: tf.reduce_sum(self.losses(x, labels, dropout)), self.variables, optimizer, steps
        )


class Histories(NamedTuple):
    """What ``fit`` reports of each epoch and ``evaluate`` after the last, for each replica.

    ``loss`` and ``accuracy`` have shape ``(count, epochs)``, the other two ``(count,)``.
    """

    loss: np.ndarray
    accuracy: np.ndarray
    evaluate_loss: np.ndarray
    evaluate_accuracy: np.ndarray


def fit_binary(
    features: np.ndarray,
    labels: np.ndarray,
    *,
    hidden: Sequence[int] = (),
    count: int,
    epochs: int,
    batch_size: int = 32,
    seed: int = 0,
) -> Histories:
    """Train binary classifiers, ReLU layers of ``hidden`` units under one sigmoid neuron, by Adam.

    ``features`` has shape ``(n, d)``, ``labels`` ``(n, 1)``. Where an epoch takes several batches,
    each replica has orders of its own.
    """
    x, y = tf.constant(features, tf.float32), tf.constant(labels, tf.float32)
    rows = len(features)
    replicas = Replicas([x.shape[1], *hidden, 1], count=count, seed=seed)
    optimizer = keras.optimizers.Adam()
    optimizer.build(replicas.variables)
    every_row = tf.range(rows)[tf.newaxis]

    def judge(batch: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Cross-entropy and correctness, each ``(count, b)``, of rows ``(count or 1, b)``."""
        logits = replicas.logits(tf.gather(x, batch))
        truth = tf.broadcast_to(tf.gather(y, batch), tf.shape(logits))
        losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=truth, logits=logits)
        right = tf.cast(tf.equal(logits > 0, truth > 0.5), tf.float32)
        return losses[..., 0], right[..., 0]

    def step(batch: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """One update; each replica's summed loss and number of right answers before it."""
        with tf.GradientTape() as tape:
            losses, right = judge(batch)
            value = tf.reduce_sum(tf.reduce_mean(losses, axis=1))
        gradients = tape.gradient(value, replicas.variables)
        optimizer.apply(gradients, replicas.variables)
        return tf.reduce_sum(losses, axis=1), tf.reduce_sum(right, axis=1)

    @tf.function
    def loop() -> tuple[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]:
        all_losses = tf.TensorArray(tf.float32, epochs)
        all_right = tf.TensorArray(tf.float32, epochs)
        for epoch in tf.range(epochs):
            order = every_row
            if rows > batch_size:
                keys = tf.random.stateless_uniform([count, rows], [seed, epoch])
                order = tf.argsort(keys)
            results = [step(order[:, i : i + batch_size]) for i in range(0, rows, batch_size)]
            losses, right = (tf.add_n(parts) / rows for parts in zip(*results, strict=True))
            all_losses = all_losses.write(epoch, losses)
            all_right = all_right.write(epoch, right)
        losses, right = judge(every_row)
        return (
            tf.transpose(all_losses.stack()),
            tf.transpose(all_right.stack()),
            tf.reduce_mean(losses, axis=1),
            tf.reduce_mean(right, axis=1),
        )

    return Histories(*(part.numpy() for part in loop()))
