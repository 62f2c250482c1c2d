"""Work of a chosen size, whose time is expected to grow with a known power of it."""

import dataclasses
from collections.abc import Callable
from functools import partial

import keras
import numpy as np

from harness.bench.workloads.rows import Kind
from harness.bench.workloads.training import in_one_loop, named, options_named
from harness.bench.workloads.workload import Work
from reference.cores import Core

REVIEWS = 32  # of a step, whatever their length
DAYS = 200  # of an epoch


def batch(size: int, core: str, kind: Kind, options: str = "", *, seed: int) -> Work:
    """A step of a training core with so many rows."""
    return _steps(dataclasses.replace(named(core), batch_size=size), size, kind, options, seed)


def steps(size: int, core: str, kind: Kind, options: str = "", *, seed: int) -> Work:
    """An epoch of so many steps of a training core."""
    training: Core = named(core)
    return _steps(training, size * training.batch_size, kind, options, seed)


def width(size: int, *, seed: int) -> Work:
    """A step of 256 rows through two hidden layers of so many units."""

    def build() -> keras.Model:
        hidden = [keras.layers.Dense(size, activation="relu") for _ in range(2)]
        model = keras.Sequential([keras.Input((size,)), *hidden, keras.layers.Dense(10, "softmax")])
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy())
        return model

    return _steps(Core("width", build, 1, 256), 256, "grey", "", seed)


def length(
    size: int, core: str, kind: Kind, build: str, options: str = "", *names: str, seed: int
) -> Work:
    """Steps of a core on sequences of so many words or days: 32 reviews at once, or 200 rows."""
    training: Core = named(core)
    sized = dataclasses.replace(
        training,
        build=partial(named(build), *names, size),
        batch_size=min(training.batch_size, REVIEWS),
    )
    return _steps(sized, REVIEWS if kind == "words" else DAYS, kind, options, seed)


def sentences(size: int, *, seed: int) -> Work:
    """Word vectors of so many of Brown's sentences, as in Exercise 4.06."""
    from harness.bench.workloads.embeddings import in_memory

    return dataclasses.replace(in_memory("brown", size, seed=seed), units=1, quality=None)


def days(size: int, *, seed: int) -> Work:
    """The look-back of a series of so many days."""
    from reference.chapter5.section_preparing_the_data import LOOK_BACK, get_lookback

    series = np.random.default_rng(seed).random((size, 1))
    return _calls(lambda: np.ascontiguousarray(get_lookback(series, LOOK_BACK)[0]))


def claims(size: int, *, seed: int) -> Work:
    """The verdicts of so many claims whose observations are there."""
    from harness.bench.workloads.of_the_harness import observed
    from harness.verify import judge_all

    left, parts = size, []
    for few, seen in observed():
        parts.append((few[:left], seen))
        left -= len(parts[-1][0])
        if not left:
            break
    if left:
        raise ValueError(f"there are only {size - left} claims that need no data")
    return _calls(lambda: [judge_all(few, seen) for few, seen in parts])


def submissions(size: int, *, seed: int) -> Work:
    """So many scripts graded by two workers."""
    from harness.bench.workloads.of_the_harness import grading

    return dataclasses.replace(grading(size, 2, seed=seed), units=1)


def workers(size: int, *, seed: int) -> Work:
    """Thirty-two scripts graded by so many workers."""
    from harness.bench.workloads.of_the_harness import grading

    return dataclasses.replace(grading(32, size, seed=seed), units=1)


def _steps(core: Core, count: int, kind: Kind, options: str, seed: int) -> Work:
    """A call is an epoch over so many rows."""
    work = in_one_loop(core, kind, count, 1, options_named(options), seed)
    return dataclasses.replace(work, units=1)


def _calls(once: Callable[[], object]) -> Work:
    def run(calls: int) -> None:
        for _ in range(calls):
            once()

    return Work(run)
