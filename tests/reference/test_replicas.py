"""Networks trained side by side train as each would alone."""

import keras
import numpy as np
import pytest
from keras.layers import Dense

from reference.replicas import Histories, fit_binary


def classes(rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of two overlapping classes, ``(rows, 2)``, and their labels, ``(rows, 1)``."""
    generator = np.random.default_rng(7)
    labels = np.arange(rows)[:, np.newaxis] % 2
    return generator.normal(size=(rows, 2)) + labels, labels


def keras_fit(features: np.ndarray, labels: np.ndarray, seed: int, epochs: int) -> list[float]:
    """Losses of Keras's own ``fit`` on whole epochs, from the first weights of ``seed``."""
    generator = np.random.default_rng(seed)
    weights: list[np.ndarray] = []
    for inputs, units in ((2, 5), (5, 1)):
        limit = np.sqrt(6 / (inputs + units))
        weights += [generator.uniform(-limit, limit, (inputs, units)), np.zeros(units)]
    model = keras.Sequential(
        [keras.Input((2,)), Dense(5, activation="relu"), Dense(1, activation="sigmoid")]
    )
    model.set_weights(weights)
    model.compile("adam", "binary_crossentropy")
    history = model.fit(features, labels, epochs=epochs, batch_size=len(features), verbose=0)
    return list(history.history["loss"])


def test_one_replica_trains_as_keras_fit_does() -> None:
    features, labels = classes(21)
    found = fit_binary(features, labels, hidden=(5,), count=1, epochs=5, seed=3)
    assert found.loss[0] == pytest.approx(keras_fit(features, labels, seed=3, epochs=5), rel=1e-5)


@pytest.fixture(scope="module")
def batched() -> Histories:
    features, labels = classes(50)
    return fit_binary(features, labels, hidden=(5,), count=4, epochs=40, batch_size=16)


def test_replicas_differ_and_learn(batched: Histories) -> None:
    assert len(set(batched.evaluate_loss)) == 4
    assert np.all(batched.loss[:, -1] < batched.loss[:, 0])


def test_the_shapes_are_those_the_docstring_states(batched: Histories) -> None:
    assert batched.loss.shape == batched.accuracy.shape == (4, 40)
    assert batched.evaluate_loss.shape == batched.evaluate_accuracy.shape == (4,)


def test_accuracies_are_shares_of_the_rows(batched: Histories) -> None:
    assert batched.accuracy * 50 == pytest.approx(np.rint(batched.accuracy * 50))
