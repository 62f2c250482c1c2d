"""The history of one core: its level in each comparable run, and how it wanders between runs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.special import chdtri

from harness.bench.history import Run
from harness.bench.judging.comparable import differences
from harness.bench.judging.pairs import log_times
from harness.bench.judging.robust import LEAST, Estimate, estimate
from harness.bench.records import Environment

LEAST_CHANGES = 5  # from one run to the next, before their spread is believed
MOST_FREEDOM = 6.0  # a machine's hours are no normal sample: the tails of t stand for them
_WORTH = 2 / 3  # degrees of freedom that a change is worth, which shares a run with its neighbours


class Point(NamedTuple):
    """A run, and the level of the core's head in it: a mean of log seconds, trimmed."""

    run: Run
    level: Estimate


class Wander(NamedTuple):
    """Variance between runs of one code beyond what their processes show, and its freedom."""

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


def levels_of(histories: Mapping[str, Sequence[Point]]) -> dict[str, list[Estimate]]:
    """The levels alone, which is all that the spread between runs is estimated from."""
    return {key: [point.level for point in points] for key, points in histories.items()}


def wanders(histories: Mapping[str, Sequence[Estimate]]) -> dict[str, Wander]:
    """The spread between runs of each core whose history is long enough to tell.

    A core's own estimate from a few runs may be tiny by chance, and the machine's moods are shared
    by all: a core has at least the median of all cores.
    """
    found = {
        key: _variance(levels) for key, levels in histories.items() if len(levels) > LEAST_CHANGES
    }
    common = float(np.median(list(found.values()))) if found else 0.0
    return {
        key: Wander(max(own, common), min(_WORTH * (len(histories[key]) - 2), MOST_FREEDOM))
        for key, own in found.items()
    }


def _variance(levels: Sequence[Estimate]) -> float:
    """From the changes between neighbouring runs but the largest, which may be a jump.

    What the largest of so many takes from the mean of normal changes' squares is given back.
    """
    means = np.array([float(level.mean) for level in levels])
    errors = np.array([float(level.error) for level in levels])
    squares = np.sort(np.diff(means) ** 2)
    count = len(squares)
    largest = float(chdtri(1, 1 - (count - 0.375) / (count + 0.25)))  # of chi-squared (Blom)
    kept = (count - largest) / (count - 1)
    whole = float(squares[:-1].mean()) / kept / 2
    return max(whole - float(np.median(errors**2)), 0.0)
