"""Replicas: one small network from many random starts, trained side by side.

What a listing prints is one draw; a thousand replicas show how much of it is luck. They are
stacked along a first axis, and since gradient and Adam treat each number of a weight by itself,
each of them trains as it would alone.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf


class Replicas(NamedTuple):
    """What ``fit`` reports of each epoch and ``evaluate`` after the last, for each replica.

    ``loss`` and ``accuracy`` have shape ``(replicas, epochs)``, the other two ``(replicas,)``.
    """

    loss: np.ndarray
    accuracy: np.ndarray
    evaluate_loss: np.ndarray
    evaluate_accuracy: np.ndarray


def train_replicas(
    features: np.ndarray,
    labels: np.ndarray,
    *,
    hidden: Sequence[int] = (),
    replicas: int,
    epochs: int,
    batch_size: int = 32,
    seed: int = 0,
) -> Replicas:
    """Train binary classifiers, ReLU layers of ``hidden`` units under one sigmoid neuron, by Adam.

    ``features`` has shape ``(n, d)``, ``labels`` ``(n, 1)``. Each replica draws Keras's default
    initial weights and, where an epoch takes several batches, orders of its own.
    """
    x, y = tf.constant(features, tf.float32), tf.constant(labels, tf.float32)
    rows = len(features)
    layers = _initial_layers([x.shape[1], *hidden, 1], replicas, seed)
    variables = [variable for layer in layers for variable in layer]
    optimizer = keras.optimizers.Adam()
    optimizer.build(variables)
    every_row = tf.range(rows)[tf.newaxis]

    def judge(batch: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Cross-entropy and correctness, each ``(replicas, b)``, of rows ``(replicas or 1, b)``."""
        logits = _logits(tf.gather(x, batch), layers)
        truth = tf.broadcast_to(tf.gather(y, batch), tf.shape(logits))
        losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=truth, logits=logits)
        right = tf.cast(tf.equal(logits > 0, truth > 0.5), tf.float32)
        return losses[..., 0], right[..., 0]

    def step(batch: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """One update; each replica's summed loss and number of right answers before it."""
        with tf.GradientTape() as tape:
            losses, right = judge(batch)
            value = tf.reduce_sum(tf.reduce_mean(losses, axis=1))
        optimizer.apply(tape.gradient(value, variables), variables)
        return tf.reduce_sum(losses, axis=1), tf.reduce_sum(right, axis=1)

    @tf.function
    def loop() -> tuple[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]:
        all_losses = tf.TensorArray(tf.float32, epochs)
        all_right = tf.TensorArray(tf.float32, epochs)
        for epoch in tf.range(epochs):
            order = every_row
            if rows > batch_size:
                keys = tf.random.stateless_uniform([replicas, rows], [seed, epoch])
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

    return Replicas(*(part.numpy() for part in loop()))


def _initial_layers(
    sizes: Sequence[int], replicas: int, seed: int
) -> list[tuple[tf.Variable, tf.Variable]]:
    """Weights ``(replicas, inputs, units)``, Glorot-uniform, and zero biases of each layer."""
    generator = np.random.default_rng(seed)
    layers = []
    for inputs, units in itertools.pairwise(sizes):
        limit = np.sqrt(6 / (inputs + units))
        weights = generator.uniform(-limit, limit, (replicas, inputs, units))
        bias = tf.Variable(tf.zeros([replicas, 1, units]))
        layers.append((tf.Variable(weights.astype(np.float32)), bias))
    return layers


def _logits(inputs: tf.Tensor, layers: Sequence[tuple[tf.Variable, tf.Variable]]) -> tf.Tensor:
    """Net input of the last neuron, ``(replicas, b, 1)``; ReLU between the layers."""
    signal = inputs
    for weights, bias in layers[:-1]:
        signal = tf.nn.relu(signal @ weights + bias)
    weights, bias = layers[-1]
    return signal @ weights + bias
