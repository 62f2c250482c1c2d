"""The listings' way of working, written afresh: an eager loop, one Python call a step.

The book calls ``optimizer.minimize``, which Keras 3 has no more; a tape and ``apply_gradients``
are what that method did.
"""

from collections.abc import Callable, Sequence

import keras
import tensorflow as tf


def minimize_eagerly(
    loss: Callable[[], tf.Tensor],
    variables: Sequence[tf.Variable],
    optimizer: keras.optimizers.Optimizer,
    steps: int,
) -> None:
    """Take ``steps`` full-batch optimizer steps on ``loss()``, each a call from Python."""
    for _ in range(steps):
        with tf.GradientTape() as tape:
            value = loss()
        gradients = tape.gradient(value, variables)
        optimizer.apply_gradients(zip(gradients, variables, strict=True))
