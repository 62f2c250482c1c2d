"""Contests of mini-batch training: one compiled loop over all epochs against ``model.fit``."""

from collections.abc import Callable
from functools import partial

import keras
import numpy as np

from harness.bench.workloads.contests.contest import Contest
from reference import datasets
from reference.chapter2 import activity_2_01, exercise_2_05, exercise_2_06, exercise_2_07
from reference.chapter5 import activity_5_01, exercise_5_03, exercise_5_04, exercise_5_05
from reference.chapter5.forecasts import BY_XLA, split
from reference.chapter5.section_preparing_the_data import prepare
from reference.chapter6 import (
    exercise_6_01,
    exercise_6_02,
    exercise_6_03,
    exercise_6_04,
    exercise_6_05,
    experiments,
    products,
)
from reference.chapter6.sentiment import VARIANTS
from reference.cores import PLAIN, Core, Options

SEED = 1  # from the start of seed 0 no filter of Exercise 5.04 ever learns
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


def _prices(dataset: str) -> Rows:
    return split(prepare(dataset))[0]


def _film_reviews() -> Rows:
    return experiments.split().training


def _product_reviews() -> Rows:
    """Random words in the shapes of Activity 6.01, whose files few have."""
    generator = np.random.default_rng(0)
    words = generator.integers(products.VOCAB_SIZE, size=(20_000, products.MAXLEN))
    return words, generator.integers(2, size=(20_000, 1))


def _contest(
    core: Core,
    rows: Callable[[], Rows],
    epochs: int,
    peer_epochs: int,
    options: Options = PLAIN,
    last_loss: bool = False,
    rounds: int = 3,
) -> Contest:
    def compiled() -> np.ndarray:
        return core.train(*rows(), seed=SEED, epochs=epochs, options=options)[1].loss

    def by_keras(count: int) -> np.ndarray:
        keras.utils.set_random_seed(SEED)
        history = core.build().fit(*rows(), core.batch_size, count, verbose=0)
        return np.array(history.history["loss"])

    return Contest(core.unit, compiled, by_keras, epochs, peer_epochs, False, last_loss, rounds)


def _forecast(core: Core, dataset: str) -> Contest:
    rows = partial(_prices, dataset)
    return _contest(core, rows, core.epochs, core.epochs, BY_XLA, last_loss=True)


def _sentiment(core: Core) -> Contest:
    """A whole training of the exercise on each side: minutes, hence once."""
    [options] = [variant.options for variant in VARIANTS.values() if variant.unit == core.unit]
    return _contest(core, _film_reviews, core.epochs, core.epochs, options, True, rounds=1)


FITTED = (
    _contest(exercise_2_05.CORE, _points, epochs=1000, peer_epochs=100),
    _contest(exercise_2_06.CORE, _points, epochs=50, peer_epochs=50),
    _contest(activity_2_01.CORE, _returns, epochs=30, peer_epochs=30),
    _contest(exercise_2_07.CORE, _images, epochs=2, peer_epochs=2),
    _forecast(exercise_5_03.CORE, "aapl"),
    _forecast(exercise_5_04.CORE, "aapl"),
    _forecast(exercise_5_05.CORE, "aapl"),
    _forecast(activity_5_01.CORE, "ibm"),
    _sentiment(exercise_6_01.CORE),
    _sentiment(exercise_6_02.CORE),
    _sentiment(exercise_6_03.CORE),
    _sentiment(exercise_6_04.CORE),
    _sentiment(exercise_6_05.CORE),
    _contest(products.CORE, _product_reviews, epochs=2, peer_epochs=2, rounds=1),
)
