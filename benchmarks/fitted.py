"""Contests of mini-batch training: one compiled loop over all epochs against ``model.fit``."""

from collections.abc import Callable

import numpy as np

from benchmarks.contest import Contest
from reference import datasets
from reference.chapter2 import activity_2_01, exercise_2_05, exercise_2_06, exercise_2_07
from reference.cores import Core

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


def _contest(core: Core, rows: Callable[[], Rows], epochs: int, peer_epochs: int) -> Contest:
    def compiled() -> np.ndarray:
        return core.train(*rows(), epochs=epochs)[1].loss

    def by_keras(count: int) -> np.ndarray:
        history = core.build().fit(*rows(), core.batch_size, count, verbose=0)
        return np.array(history.history["loss"])

    return Contest(core.unit, compiled, by_keras, epochs, peer_epochs, same_numbers=False)


FITTED = (
    _contest(exercise_2_05.CORE, _points, epochs=1000, peer_epochs=100),
    _contest(exercise_2_06.CORE, _points, epochs=50, peer_epochs=50),
    _contest(activity_2_01.CORE, _returns, epochs=30, peer_epochs=30),
    _contest(exercise_2_07.CORE, _images, epochs=2, peer_epochs=2),
)
