"""Steps in the history of each core: since which commit it is slower than at first."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.robust import Estimate, Floats, detectable, margin, p_above
from harness.bench.judging.segmentation import SMALLEST_SPREAD, inflation, segments
from harness.bench.judging.series import Point


def log_seconds(points: Sequence[Point]) -> Floats:
    """The level of each run, as logarithms of seconds."""
    return np.array([float(point.level.mean) for point in points])


def stretches(histories: Mapping[str, Floats], level: float = levels.STEPS) -> dict[str, list[int]]:
    """Where each core's segments begin; all cores are one family at ``level``."""
    return _cut(histories, level / max(len(histories), 1), inflation(histories.values()))


def _cut(histories: Mapping[str, Floats], share: float, larger: float) -> dict[str, list[int]]:
    return {key: segments(values, share, larger) for key, values in histories.items()}


class Rise(NamedTuple):
    """By how much the last segment lies above the first; ``place`` is the first run that rose.

    ``p`` is corrected over the family, of which ``share`` is the core's level.
    """

    rise: Estimate
    p: float
    share: float
    place: int


def rises(
    histories: Mapping[str, Floats],
    level: float = levels.STEPS,
    tolerance: float = levels.TOLERANCE,
) -> dict[str, Rise]:
    """The cores whose latest level lies above their first."""
    share = level / max(len(histories), 1)
    larger = inflation(histories.values())
    shift = math.log1p(tolerance)
    found = {}
    for key, begins in _cut(histories, share, larger).items():
        if len(begins) > 1:
            rise, means = _last_above_first(histories[key], begins, larger)
            p = float(p_above(rise.less(shift)))
            if p < share:
                place = begins[_since(means, shift)]
                found[key] = Rise(rise, min(1.0, p * len(histories)), share, place)
    return found


def judge_steps(
    histories: Mapping[str, Sequence[Point]],
    labels: Mapping[str, str],
    level: float = levels.STEPS,
    tolerance: float = levels.TOLERANCE,
) -> tuple[Comparison, ...]:
    """Cores whose latest level lies above their first: since which commit, and by how much.

    A core that is as fast as at first, or that has no step, makes no comparison.
    """
    values = {key: log_seconds(points) for key, points in histories.items()}
    return tuple(
        _comparison(labels[key], key, histories[key], rise)
        for key, rise in rises(values, level, tolerance).items()
    )


def _last_above_first(
    values: Floats, begins: Sequence[int], larger: float
) -> tuple[Estimate, list[float]]:
    """The difference with the spread that all segments share, and the mean of each."""
    parts = [values[a:b] for a, b in pairwise([*begins, len(values)])]
    means = [float(part.mean()) for part in parts]
    rest = sum(float(((part - part.mean()) ** 2).sum()) for part in parts)
    freedom = max(len(values) - len(parts), 1)
    error = larger * math.sqrt(rest / freedom * (1 / len(parts[0]) + 1 / len(parts[-1])))
    rise = Estimate(
        np.asarray(means[-1] - means[0]),
        np.asarray(max(error, SMALLEST_SPREAD)),
        np.asarray(float(freedom)),
    )
    return rise, means


def _since(means: Sequence[float], shift: float) -> int:
    """The first segment from which on all lie above the first one."""
    place = len(means) - 1
    while place > 1 and means[place - 1] > means[0] + shift:
        place -= 1
    return place


def _comparison(label: str, key: str, points: Sequence[Point], found: Rise) -> Comparison:
    middle, error, freedom, _ = found.rise
    half = float(margin(error, freedom, found.share))
    return Comparison(
        core=label,
        key=key,
        against=f"its own past since {points[0].run.name}",
        kind="speed",
        effect=math.exp(middle),
        low=math.exp(middle - half),
        high=math.exp(middle + half),
        p=found.p,
        flagged=True,
        smallest=math.expm1(detectable(float(error), float(freedom), found.share, levels.POWER)),
        processes=len(points),
        since=points[found.place].run.record.commit,
        note=f"last at the old level: {points[found.place - 1].run.record.commit}",
    )
