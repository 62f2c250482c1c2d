"""Training loops compiled once, not driven from Python one step at a time."""

from collections.abc import Callable, Sequence

import keras
import tensorflow as tf


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

    loop()
