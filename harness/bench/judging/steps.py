"""Steps in a history: binary segmentation, each cut by the largest of all two-sample t.

The p of a cut is that of its t times the number of places it could have been (Bonferroni), which
bounds the chance that a history without a step is split anywhere. (Permutations would give the
same bound less loosely, but reach the share of one core among many only with ten thousands each.)
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.robust import Estimate, Floats, detectable, margin, p_above
from harness.bench.judging.series import Point

SHORTEST = 2  # runs of a segment: one run that was slow is not yet a step
_SMALLEST_SPREAD = 1e-12


class Split(NamedTuple):
    """The most likely cuts, as indices of the first runs after them, and their p."""

    places: tuple[int, ...]
    p: float


def best_split(values: Floats) -> Split | None:
    """One step, or a stretch between two, by the largest t; None where the history is too short.

    A stretch that ends again hides from a search for single steps (Olshen et al. 2004, circular
    binary segmentation); each of the two searches gets half of the risk.
    """
    count = len(values)
    if count < 2 * SHORTEST + 1:
        return None
    starts, ends = np.triu_indices(count + 1, SHORTEST)
    steps = (starts == 0) & (ends <= count - SHORTEST)
    stretches = (starts >= SHORTEST) & (ends <= count - SHORTEST)
    found = [
        _largest(values, starts[kind], ends[kind]) for kind in (steps, stretches) if kind.any()
    ]
    return min(found, key=lambda split: split.p)


def _largest(values: Floats, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> Split:
    """The stretch that differs most from the rest, by t with a common spread."""
    sums = np.concatenate(([0.0], np.cumsum(values - values.mean())))
    inside, count = ends - starts, len(values)
    outside = count - inside
    total = sums[ends] - sums[starts]
    difference = total / inside + total / outside  # the sum of all is zero
    scatter = float(((values - values.mean()) ** 2).sum())
    within = np.maximum(scatter - difference**2 * inside * outside / count, 0)
    error = np.sqrt(within / (count - 2) * (1 / inside + 1 / outside))
    t = abs(difference) / np.maximum(error, _SMALLEST_SPREAD)
    best = int(t.argmax())
    p = min(1.0, 2 * 2 * float(stdtr(count - 2, -t[best])) * len(starts))
    places = (int(starts[best]), int(ends[best]))
    return Split(tuple(place for place in places if 0 < place < count), p)


def segments(values: Floats, level: float, start: int = 0) -> list[int]:
    """Where the segments begin, the first at ``start``; each cut is significant at ``level``."""
    split = best_split(values)
    if split is None or split.p >= level:
        return [start]
    edges = (0, *split.places, len(values))
    parts = (segments(values[a:b], level, start + a) for a, b in pairwise(edges))
    return [begin for part in parts for begin in part]


def stretches(
    histories: Mapping[str, Sequence[Point]], level: float = levels.STEPS
) -> dict[str, list[int]]:
    """Where each core's segments begin; all cores are one family at ``level``."""
    share = level / max(len(histories), 1)
    return {key: segments(log_seconds(points), share) for key, points in histories.items()}


def log_seconds(points: Sequence[Point]) -> Floats:
    """The level of each run, as logarithms of seconds."""
    return np.array([float(point.level.mean) for point in points])


def judge_steps(
    histories: Mapping[str, Sequence[Point]],
    labels: Mapping[str, str],
    level: float = levels.STEPS,
    tolerance: float = levels.TOLERANCE,
) -> tuple[Comparison, ...]:
    """Cores whose latest level lies above their first: since which commit, and by how much.

    A core that is as fast as at first, or that has no step, makes no comparison.
    """
    share = level / max(len(histories), 1)
    made = []
    for key, begins in stretches(histories, level).items():
        risen = _risen(histories[key], begins, share, tolerance)
        if risen:
            p = min(1.0, risen.p * len(histories))
            made.append(_comparison(labels[key], key, histories[key], risen, p, share))
    return tuple(made)


class _Risen(NamedTuple):
    """By how much the last segment lies above the first, and between which runs it rose."""

    rise: Estimate
    p: float
    slow: Point
    fast: Point


def _comparison(
    label: str, key: str, points: Sequence[Point], risen: _Risen, p: float, share: float
) -> Comparison:
    middle, error, freedom, _ = risen.rise
    half = float(margin(error, freedom, share))
    return Comparison(
        core=label,
        key=key,
        against=f"its own past since {points[0].run.name}",
        kind="speed",
        effect=math.exp(middle),
        low=math.exp(middle - half),
        high=math.exp(middle + half),
        p=p,
        flagged=True,
        smallest=math.expm1(detectable(float(error), float(freedom), share, levels.POWER)),
        processes=len(points),
        since=risen.slow.run.record.commit,
        note=f"last at the old level: {risen.fast.run.record.commit}",
    )


def _risen(
    points: Sequence[Point], begins: Sequence[int], share: float, tolerance: float
) -> _Risen | None:
    values = log_seconds(points)
    parts = [values[a:b] for a, b in pairwise([*begins, len(values)])]
    if len(parts) == 1:
        return None
    means = [float(part.mean()) for part in parts]
    rest = sum(float(((part - part.mean()) ** 2).sum()) for part in parts)
    freedom = max(len(values) - len(parts), 1)
    error = math.sqrt(rest / freedom * (1 / len(parts[0]) + 1 / len(parts[-1])))
    shift = math.log1p(tolerance)
    rise = Estimate(
        np.asarray(means[-1] - means[0]),
        np.asarray(max(error, _SMALLEST_SPREAD)),
        np.asarray(float(freedom)),
    )
    p = float(p_above(rise.less(shift)))
    if p >= share:
        return None
    after = len(begins) - 1
    while after > 1 and means[after - 1] > means[0] + shift:
        after -= 1
    return _Risen(rise, p, points[begins[after]], points[begins[after] - 1])
