"""The history of one core: its level in each comparable run, and how it wanders between runs."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from harness.bench.history import Run
from harness.bench.judging.comparable import differences
from harness.bench.judging.pairs import log_times
from harness.bench.judging.robust import LEAST, Estimate, estimate
from harness.bench.records import Environment

LEAST_CHANGES = 5  # from one run to the next, before their spread is believed
_MEDIAN_OF_CHI_SQUARED = 0.4549  # with one degree of freedom
_EFFICIENCY = 0.37  # of a median of squares against their mean: the degrees of freedom it is worth


class Point(NamedTuple):
    """A run, and the level of the core's head in it: a mean of log seconds, trimmed."""

    run: Run
    level: Estimate


class Wander(NamedTuple):
    """Variance between runs of one code beyond what their processes show; None: not known."""

    variance: float
    freedom: float


def comparable(runs: Iterable[Run], environment: Environment) -> list[Run]:
    """The runs that were measured on such a machine with such libraries."""
    return [run for run in runs if not differences(run.record.environment, environment)]


def series(runs: Iterable[Run]) -> dict[str, list[Point]]:
    """The points of every core by its key, in the order of the runs."""
    found: dict[str, list[Point]] = {}
    for run in runs:
        for core in run.record.cores:
            head = core.sides.get("head", ()) if core.measured else ()
            if len(head) >= LEAST:
                found.setdefault(core.key, []).append(Point(run, estimate(log_times(head))))
    return found


def wander(points: list[Point]) -> Wander | None:
    """From the changes between neighbouring runs, by their median, which a jump hardly moves."""
    if len(points) <= LEAST_CHANGES:
        return None
    levels = np.array([float(point.level.mean) for point in points])
    errors = np.array([float(point.level.error) for point in points])
    squares = np.diff(levels) ** 2
    whole = float(np.median(squares)) / _MEDIAN_OF_CHI_SQUARED / 2
    within = float(np.median(errors**2))
    return Wander(max(whole - within, 0.0), max(1.0, _EFFICIENCY * len(squares)))
