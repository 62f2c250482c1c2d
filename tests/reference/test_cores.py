"""A core learns the same however it is run, and refuses what the hardware cannot do."""

from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf

from reference import adversarial, cores
from reference.augmentation import Augmentation
from reference.chapter7 import exercise_7_03, exercise_7_04
from reference.cores import Core, Options
from reference.training import fit

X = np.random.default_rng(0).normal(size=(70, 3)).astype(np.float32)
Y = (X[:, :1] > X[:, 1:2]).astype(np.float32)


def build() -> keras.Model:
    layers = [keras.Input((3,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1, "sigmoid")]
    model = keras.Sequential(layers)
    model.compile("adam", keras.losses.BinaryCrossentropy())
    return model


CORE = Core("2.05", build, epochs=3, quality="accuracy")


def test_a_core_trains_its_network_from_the_start_of_the_seed() -> None:
    keras.utils.set_random_seed(2)
    model = build()
    expected = fit(model, X, Y, epochs=3, seed=2)
    trained, found = CORE.train(X, Y, seed=2)
    np.testing.assert_array_equal(found.loss, expected.loss)
    for mine, other in zip(trained.get_weights(), model.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, other)


@pytest.mark.parametrize("rate", [0, 0.5])
def test_each_start_learns_what_it_learns_alone(rate: float) -> None:
    def with_dropout() -> keras.Model:
        model = keras.Sequential([keras.Input((3,)), keras.layers.Dropout(rate), build()])
        model.compile("adam", keras.losses.BinaryCrossentropy())
        return model

    core = replace(CORE, build=with_dropout)
    together = [history.loss for _, history in core.train_each(X, Y, seeds=3)]
    alone = [core.train(X, Y, seed=seed)[1].loss for seed in range(3)]
    np.testing.assert_array_equal(together, alone)


def test_xla_changes_nothing_but_rounding() -> None:
    _, plain = CORE.train(X, Y)
    _, compiled = CORE.train(X, Y, options=Options(jit_compile=True))
    np.testing.assert_allclose(compiled.loss, plain.loss, rtol=1e-5)


def test_xla_compiles_the_updates_of_a_training_that_moves_its_images() -> None:
    pictures = np.random.default_rng(0).random((20, 6, 6, 1)).astype(np.float32)

    def network() -> keras.Model:
        model = keras.Sequential([keras.Input((6, 6, 1)), keras.layers.Flatten()])
        model.add(keras.layers.Dense(1, "sigmoid"))
        model.compile("adam", keras.losses.BinaryCrossentropy())
        return model

    core = Core("3.04", network, epochs=2, augment=Augmentation(rotation_range=20))
    _, plain = core.train(pictures, Y[:20])
    _, compiled = core.train(pictures, Y[:20], options=Options(jit_compile=True))
    np.testing.assert_allclose(compiled.loss, plain.loss, rtol=1e-5)


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_mixed_precision_learns_the_same_to_16_bits(
    policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cores, "mixed_policy", lambda: policy)
    _, plain = CORE.train(X, Y, epochs=60)
    model, mixed = CORE.train(X, Y, epochs=60, options=Options(mixed_precision=True))
    assert model.layers[0].compute_dtype == policy.removeprefix("mixed_")
    assert {weight.dtype for weight in model.weights} == {"float32"}
    assert plain.loss[-1] < 0.9 * plain.loss[0]
    np.testing.assert_allclose(mixed.loss, plain.loss, rtol=0.02)
    assert keras.config.dtype_policy().name == "float32"


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_adversaries_too_learn_in_mixed_precision(
    policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cores, "mixed_policy", lambda: policy)
    accuracies = []
    for options in (Options(), Options(mixed_precision=True)):
        networks = exercise_7_03.CORE.start(0, options)
        list(adversarial.train(networks, exercise_7_03.draws(0), 1_000, every=1_000))
        draw = exercise_7_03.draws(1)(0)
        accuracies.append(np.mean(exercise_7_03.accuracies(networks, draw)))
    assert accuracies[0] > 0.8
    assert accuracies[1] == pytest.approx(accuracies[0], abs=0.05)


def test_adversaries_compiled_by_xla_learn_the_same() -> None:
    """From the same draws: XLA makes other random numbers of a seed."""
    held = exercise_7_03.draws(0)(tf.constant(0))
    learned = []
    for options in (Options(), Options(jit_compile=True)):
        networks = exercise_7_04.CORE.start(0, options)
        list(adversarial.train(networks, lambda _: held, 20, every=20))
        learned.append(networks.generator.get_weights())
    for mine, other in zip(*learned, strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-3, atol=1e-5)


def test_mixed_precision_without_its_hardware_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cores, "processor_flags", list)
    monkeypatch.setattr(cores.tf.config, "list_physical_devices", lambda _: [])
    with pytest.raises(ValueError, match="mixed precision needs") as caught:
        CORE.train(X, Y, options=Options(mixed_precision=True))
    assert "\n" not in str(caught.value)
    assert keras.config.dtype_policy().name == "float32"


def test_a_loss_by_its_name_is_refused_in_one_line() -> None:
    model = build()
    model.compile("adam", "binary_crossentropy")
    with pytest.raises(ValueError, match=r"give it a keras\.losses\.Loss"):
        fit(model, X, Y, epochs=1)
