"""Contests of adversarial training: one compiled loop against calls from Python."""

from collections.abc import Callable
from functools import cache

import numpy as np

from harness.bench.workloads.contests.contest import Contest
from harness.bench.workloads.peers import train_call_by_call
from reference import adversarial
from reference.adversarial import AdversarialCore, Adversaries, Draw
from reference.chapter7 import (
    activity_7_01,
    dcgan,
    dcgan_training,
    exercise_7_01,
    exercise_7_02,
    exercise_7_03,
    exercise_7_04,
    exercise_7_05,
)

IMAGES = 60_000
DCGAN_ITERATIONS = 30


def _learned(networks: Adversaries) -> np.ndarray:
    weights = networks.discriminator.get_weights() + networks.generator.get_weights()
    return np.concatenate([np.ravel(weight) for weight in weights])


def _points(number: int) -> Draw:
    """What an iteration of Exercises 7.03 and 7.04 draws, by NumPy."""
    generator = np.random.default_rng(number)
    real = np.stack(exercise_7_01.sine_wave(generator.normal(3, 1), exercise_7_02.BATCH), axis=1)
    noise = generator.normal(size=(2, exercise_7_02.BATCH, exercise_7_02.FEATURES))
    return Draw(real, *noise)


@cache
def _images() -> np.ndarray:
    """Random gray levels in the shape of MNIST: the time of an iteration ignores values."""
    generator = np.random.default_rng(0)
    return generator.integers(256, size=(IMAGES, 28, 28), dtype=np.uint8)


def _pictures(number: int) -> Draw:
    """As the listings, which normalise all images to draw 128 of them; the file is read once."""
    generator = np.random.default_rng(number)
    images = dcgan_training.normalise(_images())
    noise = generator.uniform(-1, 1, size=(3 * dcgan.BATCH, dcgan.FEATURES))
    real = images[generator.integers(IMAGES, size=dcgan.BATCH)]
    return Draw(real, noise[: dcgan.BATCH], noise[dcgan.BATCH :])


def _contest(
    core: AdversarialCore,
    draws: Callable[[], Callable[[object], Draw]],
    draw: Callable[[int], Draw],
    iterations: int,
    peer_iterations: int,
) -> Contest:
    def compiled() -> np.ndarray:
        networks = core.start(seed=0)
        for _ in adversarial.train(networks, draws(), iterations, every=iterations):
            pass
        return _learned(networks)

    def by_calls(count: int) -> np.ndarray:
        networks = core.start(seed=0)
        train_call_by_call(networks, draw, count)
        return _learned(networks)

    return Contest(core.unit, compiled, by_calls, iterations, peer_iterations, same_numbers=False)


def _dcgan(core: AdversarialCore) -> Contest:
    """A part of the 5,000 iterations: all cost the same, and the peer's are slow."""
    return _contest(
        core,
        lambda: dcgan_training.draws(dcgan_training.normalise(_images()), 0),
        _pictures,
        DCGAN_ITERATIONS,
        DCGAN_ITERATIONS,
    )


ADVERSARIAL = (
    _contest(
        exercise_7_03.CORE,
        lambda: exercise_7_03.draws(0),
        _points,
        exercise_7_03.ITERATIONS,
        200,
    ),
    _contest(
        exercise_7_04.CORE,
        lambda: exercise_7_03.draws(0),
        _points,
        exercise_7_04.ITERATIONS,
        200,
    ),
    _dcgan(exercise_7_05.CORE),
    _dcgan(activity_7_01.CORE),
)
