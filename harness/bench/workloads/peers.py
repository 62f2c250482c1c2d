"""The listings' ways of working, written afresh: one Python call a step.

The book calls ``optimizer.minimize``, which Keras 3 has no more; a tape and ``apply_gradients``
are what that method did.
"""

from collections.abc import Callable, Sequence

import keras
import numpy as np
import tensorflow as tf

from reference.adversarial import Adversaries, Draw


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


def call_by_call(networks: Adversaries, draw: Callable[[int], Draw]) -> Callable[[int], None]:
    """Chapter 7's way of training for so many iterations: ``predict`` and ``train_on_batch``.

    The discriminator is frozen whenever the stacked model learns, and thawed for its own calls,
    which the listings need not do: in TensorFlow 2.1 ``compile`` keeps what was trainable then.
    """
    generator, discriminator = networks.generator, networks.discriminator
    discriminator.compile(
        networks.discriminator_optimizer, "binary_crossentropy", metrics=["accuracy"]
    )
    stacked = keras.Sequential([generator, discriminator])
    stacked.compile(networks.generator_optimizer or "adam", "binary_crossentropy")

    def train(iterations: int) -> None:
        for number in range(iterations):
            real, noise, fresh = draw(number)
            fake = generator.predict(noise, verbose=0)
            discriminator.trainable = True
            for examples, labels in networks.batches(real, fake):
                discriminator.train_on_batch(np.asarray(examples), np.asarray(labels))
            if networks.generator_optimizer is not None:
                discriminator.trainable = False
                stacked.train_on_batch(fresh, np.ones((len(fresh), 1)))
        discriminator.trainable = True

    return train
