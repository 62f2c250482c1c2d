"""Adversarial trainings: one compiled loop between two pauses, and calls from Python."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import numpy as np
import tensorflow as tf

from harness.bench.workloads import flops
from harness.bench.workloads.peers import call_by_call
from harness.bench.workloads.rows import made
from harness.bench.workloads.workload import Work
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
from reference.two_samples import energy_distance

ENDLESS = 2**30  # iterations: the loop pauses after each call and is never run to its end
COMPARED = 300  # pictures of each sample


@cache
def images(count: int = 60_000) -> np.ndarray:
    """Made gray levels in the shape of MNIST, uint8 (count, 28, 28)."""
    return made("pixels", (28, 28), 10, count, 0)[0]


def points(number: int) -> Draw:
    """What an iteration of Exercises 7.03 and 7.04 draws, by NumPy."""
    generator = np.random.default_rng(number)
    real = np.stack(exercise_7_01.sine_wave(generator.normal(3, 1), exercise_7_02.BATCH), axis=1)
    noise = generator.normal(size=(2, exercise_7_02.BATCH, exercise_7_02.FEATURES))
    return Draw(real, *noise)


def pictures(number: int) -> Draw:
    """As the listings, which normalise all images to draw 128 of them; the file is read once."""
    generator = np.random.default_rng(number)
    normal = dcgan_training.normalise(images())
    noise = generator.uniform(-1, 1, size=(3 * dcgan.BATCH, dcgan.FEATURES))
    real = normal[generator.integers(len(normal), size=dcgan.BATCH)]
    return Draw(real, noise[: dcgan.BATCH], noise[dcgan.BATCH :])


def fakes_found(networks: Adversaries, seed: int) -> float:
    """Share of the generator's points that the discriminator takes for fakes."""
    draw = exercise_7_03.draws(seed)(tf.constant(-1))
    return exercise_7_03.accuracies(networks, draw)[1]


def distance_of_points(networks: Adversaries, seed: int) -> float:
    """Energy distance of generated points to real ones."""
    made_points = exercise_7_04.generated_points(networks.generator, seed)
    return energy_distance(made_points, exercise_7_04.independent_real_points(seed))


def distance_of_pictures(networks: Adversaries, seed: int) -> float:
    """Energy distance of generated pictures to real ones, pixel by pixel."""
    fakes = dcgan.generate(networks.generator, COMPARED, seed).reshape(COMPARED, -1)
    real = dcgan_training.normalise(images()[:COMPARED]).reshape(COMPARED, -1)
    return energy_distance(fakes, real)


class Kind(NamedTuple):
    """A core, what its loop and its peer draw, and how well its networks learned."""

    core: AdversarialCore
    draws: Callable[[int], Callable[[tf.Tensor], Draw]]
    draw: Callable[[int], Draw]
    quality: Callable[[Adversaries, int], float]


def _of_images(seed: int) -> Callable[[tf.Tensor], Draw]:
    return dcgan_training.draws(dcgan_training.normalise(images()), seed)


KINDS = {
    "7.03": Kind(exercise_7_03.CORE, exercise_7_03.draws, points, fakes_found),
    "7.04": Kind(exercise_7_04.CORE, exercise_7_03.draws, points, distance_of_points),
    "7.05": Kind(exercise_7_05.CORE, _of_images, pictures, distance_of_pictures),
    "A7.01": Kind(activity_7_01.CORE, _of_images, pictures, distance_of_pictures),
}


def compiled(unit: str, iterations: int, *, seed: int) -> Work:
    """The reference's loop, ``iterations`` between two pauses; a unit is an iteration.

    The first call traces and is one iteration long, as the listings pause after their first.
    """
    kind = KINDS[unit]
    networks, draws = kind.core.start(seed), kind.draws(seed)
    pauses = adversarial.train(networks, draws, ENDLESS, every=iterations)

    def run(calls: int) -> None:
        for _ in range(calls):
            next(pauses)
        networks.discriminator.trainable_variables[-1].numpy()  # wait for it

    return _work(unit, networks, iterations, run, seed, draws(tf.constant(0)))


def by_calls(unit: str, iterations: int, *, seed: int) -> Work:
    """The listing's way: ``predict`` and ``train_on_batch``, one call a batch."""
    kind = KINDS[unit]
    networks = kind.core.start(seed)
    train = call_by_call(networks, kind.draw)

    def run(calls: int) -> None:
        train(calls * iterations)

    return _work(unit, networks, iterations, run, seed, kind.draw(0))


def _work(
    unit: str,
    networks: Adversaries,
    iterations: int,
    run: Callable[[int], None],
    seed: int,
    draw: Draw,
) -> Work:
    batch = len(draw.real)
    cost = flops.of_an_iteration(networks, batch, len(draw.fresh))
    return Work(
        run,
        units=iterations,
        quality=partial(KINDS[unit].quality, networks, seed),
        flops=cost,
        batch=batch,
        shapes={name: tuple(each.shape) for name, each in draw._asdict().items()},
        xla=networks.jit_compile,
        dtype_policy="float32",
    )
