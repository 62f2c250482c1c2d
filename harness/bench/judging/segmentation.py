"""Cuts of a series into stretches of one level: binary segmentation, each cut by the largest t.

The p of a cut is that of its t times the number of places it could have been (Bonferroni), which
bounds the chance that a series without a step is cut anywhere. (Permutations would give the same
bound less loosely, but reach the share of one core among many only with ten thousands each.)
"""

import math
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from harness.bench.judging.robust import Floats

SHORTEST = 3  # runs of a segment: one or two that were slow are not yet a step
LONG_ENOUGH = 20  # runs from which the correlation of neighbours can be estimated
ASSUMED = 0.3  # correlation before that
SMALLEST_SPREAD = 1e-12
_MOST_CORRELATION = 0.9


class Split(NamedTuple):
    """The most likely cuts, as indices of the first runs after them, and their p."""

    places: tuple[int, ...]
    p: float


def best_split(values: Floats, inflation: float = 1.0) -> Split | None:
    """One step, or a stretch between two, by the largest t; None where the history is too short.

    A stretch that ends again hides from a search for single steps (Olshen et al. 2004, circular
    binary segmentation); each of the two searches gets half of the risk.
    """
    count = len(values)
    if count < 2 * SHORTEST + 1:
        return None
    found = [_largest(values, *places, inflation) for places in _places(count)]
    return min(found, key=lambda split: split.p)


@cache
def _places(count: int) -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]:
    """Where a step may be, and where a stretch may begin and end."""
    starts, ends = np.triu_indices(count + 1, SHORTEST)
    steps = (starts == 0) & (ends <= count - SHORTEST)
    stretches = (starts >= SHORTEST) & (ends <= count - SHORTEST)
    return tuple((starts[kind], ends[kind]) for kind in (steps, stretches) if kind.any())


def _largest(
    values: Floats, starts: NDArray[np.intp], ends: NDArray[np.intp], inflation: float
) -> Split:
    """The stretch that differs most from the rest, by t with a common spread."""
    sums = np.concatenate(([0.0], np.cumsum(values - values.mean())))
    inside, count = ends - starts, len(values)
    outside = count - inside
    total = sums[ends] - sums[starts]
    difference = total / inside + total / outside  # the sum of all is zero
    scatter = float(((values - values.mean()) ** 2).sum())
    within = np.maximum(scatter - difference**2 * inside * outside / count, 0)
    error = inflation * np.sqrt(within / (count - 2) * (1 / inside + 1 / outside))
    t = abs(difference) / np.maximum(error, SMALLEST_SPREAD)
    best = int(t.argmax())
    p = min(1.0, 2 * 2 * float(stdtr(count - 2, -t[best])) * len(starts))
    places = (int(starts[best]), int(ends[best]))
    return Split(tuple(place for place in places if 0 < place < count), p)


def segments(values: Floats, level: float, inflation: float = 1.0, start: int = 0) -> list[int]:
    """Where the segments begin, the first at ``start``; each cut is significant at ``level``.

    ``inflation`` is how much larger than of independent runs the errors of means are.
    """
    split = best_split(values, inflation)
    if split is None or split.p >= level:
        return [start]
    edges = (0, *split.places, len(values))
    parts = (segments(values[a:b], level, inflation, start + a) for a, b in pairwise(edges))
    return [begin for part in parts for begin in part]


def inflation(all_values: Iterable[Floats]) -> float:
    """How much the moods of a machine, which outlast a run, enlarge the errors of means.

    Of an autoregressive series it is the root of (1 + r) / (1 - r), where r is the correlation of
    neighbours; r is the median over cores, each less its most likely step, which would look alike.
    """
    found = [_correlation(values) for values in all_values if len(values) >= LONG_ENOUGH]
    r = float(np.median(found)) if found else ASSUMED
    r = min(max(r, 0.0), _MOST_CORRELATION)
    return math.sqrt((1 + r) / (1 - r))


def _correlation(values: Floats) -> float:
    """Of neighbours, corrected for what the search for a step takes away (by simulation)."""
    count = len(values)
    split = best_split(values)
    edges = (0, *(split.places if split else ()), count)
    rest = np.concatenate([values[a:b] - values[a:b].mean() for a, b in pairwise(edges)])
    squares = float((rest**2).sum())
    if not squares:
        return 0.0
    found = float((rest[1:] * rest[:-1]).sum()) / squares
    return (found + 2 / count) / (1 - 11 / count)
