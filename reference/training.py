"""Training loops compiled once, not driven from Python one step at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf


class History(NamedTuple):
    """Loss and accuracy of each epoch, shape ``(epochs,)``, as ``model.fit`` reports them.

    Each is the mean over the epoch's examples, every batch judged before its own update.
    """

    loss: np.ndarray
    accuracy: np.ndarray


def minimize(
    loss: Callable[[], tf.Tensor],
    variables: Sequence[tf.Variable],
    optimizer: keras.optimizers.Optimizer,
    steps: int,
) -> None:
    """Take ``steps`` full-batch optimizer steps on ``loss()``, in one compiled loop.

    Updates ``variables`` in place; the numbers are those of the same loop run eagerly.
    """
    optimizer.build(variables)

    @tf.function
    def loop() -> None:
        for _ in tf.range(steps):
            with tf.GradientTape() as tape:
                value = loss()
            optimizer.apply(tape.gradient(value, variables), variables)

    with _unrewritten():
        loop.get_concrete_function()()


@contextmanager
def _unrewritten() -> Iterator[None]:
    """Keep TensorFlow from rewriting the graph: its arithmetic would round otherwise than eager."""
    options = tf.config.optimizer
    options.set_experimental_options({"disable_meta_optimizer": True})
    try:
        yield
    finally:
        options.set_experimental_options({"disable_meta_optimizer": False})


def fit(
    model: keras.Model,
    features: np.ndarray,
    labels: np.ndarray,
    *,
    loss: keras.losses.Loss,
    epochs: int,
    batch_size: int = 32,
    seed: int | None = 0,
    jit_compile: bool = False,
) -> History:
    """Train a built and compiled ``model`` as its own ``fit`` does, in one compiled loop.

    ``features`` has shape ``(n, ...)``, ``labels`` ``(n,)`` for class numbers or ``(n, 1)`` for a
    sigmoid. Rows are shuffled anew each epoch from ``seed`` (None: kept in order); the last batch
    of an epoch holds what is left. Updates the model in place.
    """
    optimizer = model.optimizer
    optimizer.build(model.trainable_variables)
    x, y = tf.constant(features, tf.float32), tf.constant(labels, tf.float32)
    rows = len(features)
    batches, rest = divmod(rows, batch_size)
    orders = tf.constant(_orders(rows, epochs, seed))

    def step(batch: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """One update; the batch's summed loss and its number of right answers."""
        truth = tf.gather(y, batch)
        with tf.GradientTape() as tape:
            predicted = model(tf.gather(x, batch), training=True)
            value = loss(truth, predicted)
        variables = model.trainable_variables
        optimizer.apply(tape.gradient(value, variables), variables)
        size = tf.cast(tf.shape(batch)[0], tf.float32)
        return value * size, tf.reduce_sum(_right(truth, predicted))

    @tf.function(jit_compile=jit_compile)
    def loop() -> tuple[tf.Tensor, tf.Tensor]:
        losses, hits = tf.zeros([epochs]), tf.zeros([epochs])
        for epoch in tf.range(epochs):
            order = orders[epoch]
            total, right = tf.constant(0.0), tf.constant(0.0)
            if batches:
                for number in tf.range(batches):
                    summed, hit = step(tf.slice(order, [number * batch_size], [batch_size]))
                    total, right = total + summed, right + hit
            if rest:
                summed, hit = step(order[batches * batch_size :])
                total, right = total + summed, right + hit
            losses = tf.tensor_scatter_nd_update(losses, [[epoch]], [total / rows])
            hits = tf.tensor_scatter_nd_update(hits, [[epoch]], [right / rows])
        return losses, hits

    losses, accuracies = loop()
    return History(losses.numpy(), accuracies.numpy())


def _orders(rows: int, epochs: int, seed: int | None) -> np.ndarray:
    """Row numbers of each epoch in their order, shape ``(epochs, rows)``."""
    orders = np.tile(np.arange(rows, dtype=np.int32), (epochs, 1))
    return orders if seed is None else np.random.default_rng(seed).permuted(orders, axis=1)


def _right(truth: tf.Tensor, predicted: tf.Tensor) -> tf.Tensor:
    """1 for each right answer, else 0: a sigmoid above one half, the greatest of several."""
    if predicted.shape[-1] == 1:
        return tf.cast(tf.equal(tf.cast(predicted > 0.5, tf.float32), truth), tf.float32)
    answer = tf.cast(tf.argmax(predicted, axis=-1), tf.float32)
    return tf.cast(tf.equal(answer, truth), tf.float32)
