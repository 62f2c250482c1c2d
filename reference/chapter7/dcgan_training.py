"""The training of the deep convolutional GAN of Exercise 7.05 and Activity 7.01."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from reference import adversarial
from reference.adversarial import AdversarialCore, Adversaries, Draw
from reference.chapter7.dcgan import (
    BATCH,
    FEATURES,
    authors_adam,
    build_discriminator,
    build_generator,
    generate,
)
from reference.chapter7.judge import Judge, judge, train_judge

JUDGED = 2_000  # generated images at a time
SHOWN = 16  # pictures of each sample that is looked at
LOADING = "(X_train, _), (_, _) = mnist.load_data()"


def normalise(images: np.ndarray) -> np.ndarray:
    """Gray levels (n, 28, 28) from 0 to 255 as (n, 28, 28, 1) from -1 to 1."""
    return (images[..., np.newaxis].astype(np.float32) - 127.5) / 127.5


def kept_by_the_listing(data: Any) -> list[str]:
    """Which of the parts that ``load_data`` returns the listings keep under a name."""
    names = {"mnist": SimpleNamespace(load_data=lambda: data)}
    exec(LOADING, names)
    return sorted(name for name in names if name.startswith(("X_", "y_")))


def describe(real: np.ndarray) -> dict[str, object]:
    """What the text says of the training images, ``(n, 28, 28)`` of gray levels."""
    images = normalise(real)
    columns = np.arange(28)
    ink = real.sum(axis=0).astype(np.float64)
    return {
        "imageBatch": images[np.random.default_rng(0).integers(len(images), size=25)],
        "number_of_images": len(real),
        "normalised_range": [float(images.min()), float(images.max())],
        "half_of_the_maximum": real.max() / 2,
        "distance_from_centre": np.array(
            [abs(ink.sum(axis=axis) @ columns / ink.sum() - 13.5) for axis in (0, 1)]
        ),
        "share_of_white_corners": float(np.mean(real[:, [0, 0, -1, -1], [0, -1, 0, -1]] == 0)),
    }


def adversaries(generator_optimizer: keras.optimizers.Optimizer | None = None) -> Adversaries:
    """Fresh networks: one batch of real and fake images an iteration, Adam as in the notebooks."""
    return Adversaries(
        build_generator(),
        build_discriminator(),
        adversarial.together,
        authors_adam(),
        generator_optimizer or authors_adam(),
    )


def draws(images: np.ndarray, seed: int) -> Callable[[tf.Tensor], Draw]:
    """What each iteration is given: 128 of ``images``, uniform noise for 128 fakes and 256 more."""
    held = tf.constant(images)

    def draw(number: tf.Tensor) -> Draw:
        seeds = [tf.stack([tf.constant(3 * seed + use), number]) for use in range(3)]
        rows = tf.random.stateless_uniform([BATCH], seeds[0], 0, len(images), tf.int32)
        return Draw(
            tf.gather(held, rows),
            tf.random.stateless_uniform([BATCH, FEATURES], seeds[1], -1, 1),
            tf.random.stateless_uniform([2 * BATCH, FEATURES], seeds[2], -1, 1),
        )

    return draw


class Pause(NamedTuple):
    """What a pause of the training shows of the discriminator.

    ``probability`` is what the listings print: its mean output for 10 real and 10 fake images.
    ``accuracy`` is its share of right answers for 500 of each, ``lightest`` the least value of a
    fake's pixel, of which -1 is white.
    """

    probability: float
    accuracy: float
    lightest: float


def look(networks: Adversaries, images: np.ndarray, seed: list[int]) -> Pause:
    """Show the discriminator some of ``images`` and as many fakes."""
    rows = np.random.default_rng(seed).integers(len(images), size=500)
    real = networks.discriminator.predict(images[rows], batch_size=500, verbose=0)
    fakes = generate(networks.generator, 500, seed)
    fake = networks.discriminator.predict(fakes, batch_size=500, verbose=0)
    right = np.concatenate([real > 0.5, fake <= 0.5])
    printed = np.mean([real[:10], fake[:10]])
    return Pause(float(printed), float(right.mean()), float(fakes.min()))


def first_iterations(
    core: AdversarialCore,
    images: np.ndarray,
    seed: int,
    iterations: int,
    every: int,
    pictured: tuple[int, ...] = (),
) -> dict[str, Any]:
    """What the listings print at each pause, and what they do not."""
    networks = core.start(seed)
    found: dict[str, Any] = {}
    for number in adversarial.train(networks, draws(images, seed), iterations, every):
        seen = look(networks, images, seed=[seed, number])
        found |= {f"{name}_{number}": value for name, value in seen._asdict().items()}
        if number in pictured:
            found[f"pictures_{number}"] = generate(networks.generator, SHOWN)
    return found


def train_and_judge(
    core: AdversarialCore,
    real: tuple[np.ndarray, np.ndarray],
    held_out: np.ndarray,
    *,
    seed: int,
    every: int,
    judged: tuple[int, ...],
    printed: tuple[int, ...] = (),
) -> dict[str, Any]:
    """The whole training: what is printed, and what a classifier says of the images.

    ``real`` are training images and labels, ``held_out`` other real images: (n, 28, 28). Images
    are judged before the training, after the iterations ``judged``, and at the end.
    """
    images, others = normalise(real[0]), normalise(held_out)
    by = train_judge(images, real[1], others[::2], seed=seed)
    networks = core.start(seed)
    found: dict[str, Any] = {
        **_judged("held_out", by, others[1::2]),
        **_judged("untrained", by, generate(networks.generator, JUDGED)),
    }
    probabilities, accuracies = [], []
    for number in adversarial.train(networks, draws(images, seed), core.iterations, every):
        seen = look(networks, images, seed=[seed, number])
        probabilities.append(seen.probability)
        accuracies.append(seen.accuracy)
        if number in printed:
            found[f"probability_{number}"] = seen.probability
        if number in judged:
            found |= _judged(str(number), by, generate(networks.generator, JUDGED))
    return {
        **found,
        **_judged("trained", by, generate(networks.generator, JUDGED)),
        "mean_of_probabilities": float(np.mean(probabilities)),
        "mean_of_accuracies": float(np.mean(accuracies)),
        "mean_of_last_accuracies": float(np.mean(accuracies[-10:])),
    }


def _judged(name: str, by: Judge, images: np.ndarray) -> dict[str, Any]:
    """A judgement, light of border and centre, some pictures: under names that end in ``name``."""
    judgement = judge(by, images)
    border = np.ones((28, 28), dtype=bool)
    border[4:-4, 4:-4] = False
    return {
        **{f"{key}_{name}": value for key, value in judgement._asdict().items()},
        f"border_{name}": float(images[:, border].mean()),
        f"centre_{name}": float(images[:, 8:20, 8:20].mean()),
        f"pictures_{name}": images[:SHOWN],
    }
