"""The compiled adversarial loop learns what the listings' calls learn."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from harness.bench.workloads.peers import call_by_call
from reference import adversarial
from reference.adversarial import Adversaries, Draw
from reference.chapter7 import dcgan_training, exercise_7_03, exercise_7_04
from reference.chapter7.dcgan import BATCH, FEATURES

ITERATIONS = 12
NETWORKS = {
    "7.03": exercise_7_03.adversaries,
    "7.04": exercise_7_04.adversaries,
    "7.05": dcgan_training.adversaries,
}


def draws_of(unit: str, iterations: int) -> Draw:
    """Fixed draws of so many iterations, each array (iterations, n, ...)."""
    generator = np.random.default_rng(0)
    if unit == "7.05":
        real = generator.uniform(-1, 1, (iterations, 8, 28, 28, 1))
        noise = generator.uniform(-1, 1, (iterations, 24, FEATURES))
    else:
        real = generator.normal(size=(iterations, 8, 2))
        noise = generator.normal(size=(iterations, 24, 10))
    return Draw(*(a.astype(np.float32) for a in (real, noise[:, :8], noise[:, 8:])))


def learned(networks: Adversaries) -> list[np.ndarray]:
    return [*networks.discriminator.get_weights(), *networks.generator.get_weights()]


@pytest.mark.parametrize("unit", NETWORKS)
def test_the_loop_gives_the_numbers_of_the_listings_calls(unit: str) -> None:
    iterations = 3 if unit == "7.05" else ITERATIONS
    given = draws_of(unit, iterations)
    keras.utils.set_random_seed(1)
    ours = NETWORKS[unit]()
    keras.utils.set_random_seed(1)
    theirs = NETWORKS[unit]()
    start = [weight.copy() for weight in learned(ours)]

    held = [tf.constant(array) for array in given]
    pauses = list(
        adversarial.train(ours, lambda i: Draw(*(a[i] for a in held)), iterations, every=5)
    )
    call_by_call(theirs, lambda i: Draw(*(array[i] for array in given)))(iterations)

    assert pauses == list(range(0, iterations, 5))
    for mine, other in zip(learned(ours), learned(theirs), strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-3, atol=2e-5)
    moved = [abs(mine - old).max() for mine, old in zip(learned(ours), start, strict=True)]
    assert max(moved) > 100 * 2e-5


def test_without_its_optimizer_the_generator_stays() -> None:
    networks = exercise_7_03.adversaries()
    before = networks.generator.get_weights()
    for _ in adversarial.train(networks, exercise_7_03.draws(0), 3, every=3):
        pass
    for old, new in zip(before, networks.generator.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)


def test_the_discriminator_stays_while_the_generator_learns() -> None:
    networks = exercise_7_04.adversaries()
    draw = exercise_7_03.draws(0)(tf.constant(0))
    alone = Adversaries(
        networks.generator,
        networks.discriminator,
        lambda real, fake: [],
        networks.discriminator_optimizer,
        networks.generator_optimizer,
    )
    before = networks.discriminator.get_weights()
    generator_before = networks.generator.get_weights()
    for _ in adversarial.train(alone, lambda _: draw, 2, every=2):
        pass
    assert all(map(np.array_equal, before, networks.discriminator.get_weights()))
    assert not all(map(np.array_equal, generator_before, networks.generator.get_weights()))


def test_pauses_come_after_the_iterations_they_name() -> None:
    networks = exercise_7_04.adversaries()
    counts = [
        (pause, int(networks.generator_optimizer.iterations))
        for pause in adversarial.train(networks, exercise_7_03.draws(0), 7, every=3)
    ]
    assert counts == [(0, 1), (3, 4), (6, 7)]
    assert int(networks.generator_optimizer.iterations) == 7


def test_the_labels_of_real_and_fake_examples() -> None:
    real, fake = tf.ones([2, 1]), tf.zeros([3, 1])
    (_, of_real), (_, of_fake) = adversarial.apart(real, fake)
    [(examples, labels)] = adversarial.together(real, fake)
    assert of_real.numpy().ravel().tolist() == [1, 1]
    assert of_fake.numpy().ravel().tolist() == [0, 0, 0]
    assert labels.numpy().ravel().tolist() == examples.numpy().ravel().tolist() == [1, 1, 0, 0, 0]


def test_a_dcgan_is_given_what_the_listing_draws() -> None:
    images = np.zeros((5, 28, 28, 1), dtype=np.float32)
    draw = dcgan_training.draws(images, 0)
    first, second = draw(tf.constant(0)), draw(tf.constant(1))
    assert first.real.shape == (BATCH, 28, 28, 1)
    assert first.noise.shape == (BATCH, FEATURES)
    assert first.fresh.shape == (2 * BATCH, FEATURES)
    assert np.abs(first.noise).max() <= 1
    assert not np.array_equal(first.noise, second.noise)
    assert not np.array_equal(first.noise, first.fresh[:BATCH])
