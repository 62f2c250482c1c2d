"""Contests of mini-batch training: one compiled loop over all epochs against ``model.fit``."""

from collections.abc import Callable
from functools import partial

import keras
import numpy as np

from benchmarks.contest import Contest
from reference import datasets
from reference.chapter2 import activity_2_01, exercise_2_05, exercise_2_06, exercise_2_07
from reference.training import fit

Rows = tuple[np.ndarray, np.ndarray]


def _points() -> Rows:
    df = datasets.load("data-csv")
    return df[["x1", "x2"]].to_numpy(np.float32), df[["label"]].to_numpy(np.float32)


def _returns() -> Rows:
    df = datasets.load("sonar")
    mines = df["Class"].to_numpy() == "Mine"
    return df.iloc[:, :-1].to_numpy(np.float32), mines[:, np.newaxis].astype(np.float32)


def _images() -> Rows:
    """Random images in MNIST's shapes: the time of an epoch does not depend on values."""
    generator = np.random.default_rng(0)
    images = generator.random((60_000, 28, 28), dtype=np.float32)
    return images, generator.integers(10, size=60_000)


def _contest(
    unit: str,
    build: Callable[[], keras.Model],
    rows: Callable[[], Rows],
    loss: keras.losses.Loss,
    epochs: int,
    peer_epochs: int,
) -> Contest:
    def compiled() -> np.ndarray:
        return fit(build(), *rows(), loss=loss, epochs=epochs).loss

    def by_keras(count: int) -> np.ndarray:
        return np.array(build().fit(*rows(), epochs=count, verbose=0).history["loss"])

    return Contest(unit, compiled, by_keras, epochs, peer_epochs, same_numbers=False)


_binary = partial(_contest, loss=keras.losses.BinaryCrossentropy())

FITTED = (
    _binary("2.05", exercise_2_05.build, _points, epochs=1000, peer_epochs=100),
    _binary("2.06", exercise_2_06.build, _points, epochs=50, peer_epochs=50),
    _binary("A2.01", activity_2_01.build, _returns, epochs=30, peer_epochs=30),
    _contest(
        "2.07",
        exercise_2_07.build,
        _images,
        keras.losses.SparseCategoricalCrossentropy(),
        epochs=2,
        peer_epochs=2,
    ),
)
