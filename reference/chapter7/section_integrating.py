"""Integrating All the Building Blocks: what the stacked model updates, and how much."""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

from reference.adversarial import LOSS
from reference.attempts import attempt
from reference.chapter7.exercise_7_02 import BATCH, FEATURES, build_generator
from reference.chapter7.exercise_7_03 import build_discriminator, trains

SURE_OF_FAKE = 0.01  # the probability of Figure 7.11
PAIRS = 10  # of fresh networks
WEIGHT, INPUT, TARGET = 2.0, 3.0, 1.0  # of a neuron that plain gradient descent updates


def run() -> dict[str, object]:
    noise = np.random.default_rng(0).normal(size=(BATCH, FEATURES)).astype(np.float32)
    return {
        "uncompiled_generator_trains": _trains_uncompiled(noise),
        "updated_by_first_listing": _updated(noise, frozen=False),
        "updated_by_second_listing": _updated(noise, frozen=True),
        "update_over_learning_rate": _update_over_learning_rate(0.1),
        "median_probability_of_fakes_at_the_start": float(
            np.median([_probability_of_fakes_at_the_start(seed) for seed in range(PAIRS)])
        ),
        "loss_with_label_0": _loss(0.0, SURE_OF_FAKE),
        "loss_with_label_1": _loss(1.0, SURE_OF_FAKE),
        "update_with_label_0": _first_update(0.0, keras.optimizers.Adam()),
        "update_with_label_1": _first_update(1.0, keras.optimizers.Adam()),
        "update_ratio_with_adam": _update_ratio(keras.optimizers.Adam),
        "update_ratio_with_sgd": _update_ratio(keras.optimizers.SGD),
        "change_of_probability_by_small_loss": _change_of_probability(1.0, probability=0.99),
        "change_of_probability_by_label_1": _change_of_probability(1.0, probability=0.01),
    }


def _trains_uncompiled(noise: np.ndarray) -> bool:
    outcome = attempt(lambda: build_generator().train_on_batch(noise, noise[:, :2]))
    return outcome["raised"] is None


def _updated(noise: np.ndarray, *, frozen: bool) -> list[str]:
    """Networks that one ``train_on_batch`` of the stacked model changes."""
    generator, discriminator = build_generator(), build_discriminator()
    discriminator.trainable = not frozen
    stacked = keras.Sequential([generator, discriminator])
    stacked.compile(loss="binary_crossentropy", optimizer="adam")
    before = {"generator": generator.get_weights(), "discriminator": discriminator.get_weights()}
    trains(stacked, noise, np.ones((BATCH, 1)))
    networks = {"generator": generator, "discriminator": discriminator}
    return [
        name
        for name, network in networks.items()
        if not all(map(np.array_equal, before[name], network.get_weights()))
    ]


def _update_over_learning_rate(rate: float) -> float:
    """How far the squared loss moves the neuron's weight down, in units of the learning rate."""
    neuron = Dense(1, use_bias=False, kernel_initializer=keras.initializers.Constant(WEIGHT))
    with tf.GradientTape() as tape:
        loss = (neuron(tf.constant([[INPUT]])) - TARGET) ** 2
    variables = neuron.trainable_variables
    keras.optimizers.SGD(rate).apply(tape.gradient(loss, variables), variables)
    return (WEIGHT - neuron.kernel.numpy().item()) / rate


def _probability_of_fakes_at_the_start(seed: int) -> float:
    """Mean probability that fresh networks of this seed give their fakes of being real."""
    keras.utils.set_random_seed(seed)
    generator, discriminator = build_generator(), build_discriminator()
    noise = np.random.default_rng(seed).normal(size=(BATCH, FEATURES)).astype(np.float32)
    return float(np.mean(discriminator(generator(noise))))


def _loss(label: float, probability: float) -> float:
    return float(LOSS(tf.constant([[label]]), tf.constant([[probability]])))


def _judged_generator(probability: float) -> tuple[Dense, Callable[[], tf.Tensor]]:
    """One neuron that makes a number of 1, and the frozen judgement of it, ``probability``."""
    neuron = Dense(1, kernel_initializer="zeros", bias_initializer="ones")
    bias = float(np.log(probability / (1 - probability)) - 1)
    noise = tf.ones([1, 1])
    neuron(noise)
    return neuron, lambda: tf.sigmoid(neuron(noise) + bias)


def _first_update(
    label: float, optimizer: keras.optimizers.Optimizer, probability: float = SURE_OF_FAKE
) -> float:
    """Largest change of a parameter of the generator in the first update."""
    neuron, judgement = _judged_generator(probability)
    before = neuron.get_weights()
    _update(neuron, judgement, label, optimizer)
    changes = [abs(old - new).max() for old, new in zip(before, neuron.get_weights(), strict=True)]
    return float(max(changes))


def _update_ratio(optimizer: Callable[[], keras.optimizers.Optimizer]) -> float:
    """The update with label 0 over that with label 1."""
    return _first_update(0.0, optimizer()) / _first_update(1.0, optimizer())


def _change_of_probability(label: float, probability: float) -> float:
    """How the discriminator's answer to the generated number changes in the first update."""
    neuron, judgement = _judged_generator(probability)
    before = judgement().numpy().item()
    _update(neuron, judgement, label, keras.optimizers.Adam(0.01))
    return float(judgement().numpy().item() - before)


def _update(
    neuron: Dense,
    judgement: Callable[[], tf.Tensor],
    label: float,
    optimizer: keras.optimizers.Optimizer,
) -> None:
    with tf.GradientTape() as tape:
        loss = LOSS(tf.constant([[label]]), judgement())
    variables = neuron.trainable_variables
    optimizer.apply(tape.gradient(loss, variables), variables)
