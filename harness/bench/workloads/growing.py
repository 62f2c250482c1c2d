"""Work of a chosen size, whose time is expected to grow with a known power of it."""

import dataclasses
from collections.abc import Callable

import keras
import numpy as np

from harness.bench.workloads.rows import Kind
from harness.bench.workloads.training import in_one_loop
from harness.bench.workloads.workload import Work
from reference.cores import PLAIN, Core, Options


def batch(size: int, *, seed: int) -> Work:
    """A step of Exercise 3.02 with so many pictures."""
    from reference.chapter3.exercise_3_02 import CORE

    return _steps(dataclasses.replace(CORE, batch_size=size), size, seed)


def width(size: int, *, seed: int) -> Work:
    """A step of 256 rows through two hidden layers of so many units."""

    def build() -> keras.Model:
        hidden = [keras.layers.Dense(size, activation="relu") for _ in range(2)]
        model = keras.Sequential([keras.Input((size,)), *hidden, keras.layers.Dense(10, "softmax")])
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy())
        return model

    return _steps(Core("width", build, 1, 256), 256, seed)


def length(size: int, *, seed: int) -> Work:
    """A step of Exercise 6.02 on 32 reviews of so many words."""
    from reference.chapter6.sentiment import CORES, VARIANTS, build

    core = dataclasses.replace(
        CORES["model_lstm"], build=lambda: build("model_lstm", size), batch_size=32
    )
    return _steps(core, 32, seed, "words", VARIANTS["model_lstm"].options)


def rows(size: int, *, seed: int) -> Work:
    """An epoch of Exercise 2.07 over so many pictures."""
    from reference.chapter2.exercise_2_07 import CORE

    return _steps(CORE, size, seed)


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


def _steps(
    core: Core, count: int, seed: int, kind: Kind = "grey", options: Options = PLAIN
) -> Work:
    """A call is an epoch over so many rows."""
    work = in_one_loop(core, kind, count, 1, options, seed)
    return dataclasses.replace(work, units=1)


def _calls(once: Callable[[], object]) -> Work:
    def run(calls: int) -> None:
        for _ in range(calls):
            once()

    return Work(run)
