"""How a generative adversarial network is trained: the listings' updates, in one compiled loop.

An iteration of Chapter 7 first shows the discriminator real and fake examples (labels 1 and 0), as
one batch or as two, then updates the generator so that the discriminator calls its fakes real.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from reference.cores import PLAIN, Options

LOSS = keras.losses.BinaryCrossentropy()


class Draw(NamedTuple):
    """What an iteration is given: real examples, noise for as many fakes, and other noise.

    ``real`` has the shape ``(n, ...)``, ``noise`` ``(n, features)``; from ``fresh``, ``(m,
    features)``, the generator learns.
    """

    real: tf.Tensor
    noise: tf.Tensor
    fresh: tf.Tensor


Batches = list[tuple[tf.Tensor, tf.Tensor]]


def apart(real: tf.Tensor, fake: tf.Tensor) -> Batches:
    """Real and fake examples as two batches, an update each (Exercises 7.03 and 7.04)."""
    return [(real, tf.ones([len(real), 1])), (fake, tf.zeros([len(fake), 1]))]


def together(real: tf.Tensor, fake: tf.Tensor) -> Batches:
    """Real and fake examples as one batch (Exercise 7.05 and Activity 7.01)."""
    labels = tf.concat([tf.ones([len(real), 1]), tf.zeros([len(fake), 1])], axis=0)
    return [(tf.concat([real, fake], axis=0), labels)]


@dataclass(frozen=True)
class Adversaries:
    """Two built networks and how each learns.

    ``generator_optimizer`` is None where the generator stays as it is (Exercise 7.03);
    ``jit_compile`` lets XLA compile the loop.
    """

    generator: keras.Model
    discriminator: keras.Model
    batches: Callable[[tf.Tensor, tf.Tensor], Batches]
    discriminator_optimizer: keras.optimizers.Optimizer
    generator_optimizer: keras.optimizers.Optimizer | None = None
    jit_compile: bool = False

    def learn(self, draw: Draw) -> None:
        """One iteration: the discriminator's updates, then the generator's."""
        fake = self.generator(draw.noise, training=False)
        for examples, labels in self.batches(draw.real, fake):
            with tf.GradientTape() as tape:
                loss = _scaled(
                    self.discriminator_optimizer,
                    labels,
                    self.discriminator(examples, training=True),
                )
            _update(self.discriminator, self.discriminator_optimizer, tape, loss)
        if self.generator_optimizer is not None:
            labels = tf.ones([len(draw.fresh), 1])
            with tf.GradientTape() as tape:
                fake = self.generator(draw.fresh, training=True)
                loss = _scaled(
                    self.generator_optimizer, labels, self.discriminator(fake, training=True)
                )
            _update(self.generator, self.generator_optimizer, tape, loss)


def _scaled(
    optimizer: keras.optimizers.Optimizer, labels: tf.Tensor, predicted: tf.Tensor
) -> tf.Tensor:
    """Cross-entropy, scaled as ``optimizer`` does against underflow in 16 bits, if it does."""
    return optimizer.scale_loss(LOSS(labels, tf.cast(predicted, tf.float32)))


def _update(
    network: keras.Model,
    optimizer: keras.optimizers.Optimizer,
    tape: tf.GradientTape,
    loss: tf.Tensor,
) -> None:
    """Move ``network`` alone, against the gradient of ``loss``."""
    variables = network.trainable_variables
    optimizer.apply(tape.gradient(loss, variables), variables)


@dataclass(frozen=True)
class AdversarialCore:
    """The training of a unit's two networks; a unit of work is an iteration.

    ``build`` gives fresh networks; ``quality`` names the result that says how well they learned.
    """

    unit: str
    build: Callable[[], Adversaries]
    iterations: int
    quality: str

    work: ClassVar[str] = "iteration"

    def start(self, seed: int, options: Options = PLAIN) -> Adversaries:
        """Fresh networks from the start of ``seed``, to be trained as ``options`` say."""
        with options.precision() as policy:
            keras.utils.set_random_seed(seed)
            made = self.build()
        made = dataclasses.replace(made, jit_compile=options.jit_compile)
        if policy != "mixed_float16":
            return made
        scaled = keras.optimizers.LossScaleOptimizer
        return dataclasses.replace(
            made,
            discriminator_optimizer=scaled(made.discriminator_optimizer),
            generator_optimizer=made.generator_optimizer and scaled(made.generator_optimizer),
        )


def train(
    adversaries: Adversaries, draw: Callable[[tf.Tensor], Draw], iterations: int, every: int
) -> Iterator[int]:
    """Train for ``iterations``, and pause after each whose number ``every`` divides, from 0 on.

    Yields that number, as the listings' ``if i % every == 0``. ``draw`` makes tensors from the
    iteration's number; what lies between two pauses is one compiled loop.
    """
    adversaries.discriminator_optimizer.build(adversaries.discriminator.trainable_variables)
    if adversaries.generator_optimizer is not None:
        adversaries.generator_optimizer.build(adversaries.generator.trainable_variables)

    @tf.function(jit_compile=adversaries.jit_compile)
    def run(start: tf.Tensor, stop: tf.Tensor) -> None:
        for number in tf.range(start, stop):
            adversaries.learn(draw(number))

    done = 0
    for pause in range(0, iterations, every):
        run(tf.constant(done), tf.constant(pause + 1))
        done = pause + 1
        yield pause
    run(tf.constant(done), tf.constant(iterations))


def accuracy(discriminator: keras.Model, examples: tf.Tensor, *, real: bool) -> float:
    """Share of ``examples`` that the discriminator takes for what they are."""
    called_real = discriminator(examples, training=False).numpy() > 0.5
    return float(np.mean(called_real == real))
