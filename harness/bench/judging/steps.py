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


def stretches(
    histories: Mapping[str, Sequence[Point]], level: float = levels.STEPS
) -> dict[str, list[int]]:
    """Where each core's segments begin; all cores are one family at ``level``."""
    share = level / max(len(histories), 1)
    values = {key: log_seconds(points) for key, points in histories.items()}
    larger = inflation(values.values())
    return {key: segments(each, share, larger) for key, each in values.items()}


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
    larger = inflation(map(log_seconds, histories.values()))
    made = []
    for key, begins in stretches(histories, level).items():
        risen = _risen(histories[key], begins, larger, share, tolerance)
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
    points: Sequence[Point], begins: Sequence[int], larger: float, share: float, tolerance: float
) -> _Risen | None:
    values = log_seconds(points)
    parts = [values[a:b] for a, b in pairwise([*begins, len(values)])]
    if len(parts) == 1:
        return None
    means = [float(part.mean()) for part in parts]
    rest = sum(float(((part - part.mean()) ** 2).sum()) for part in parts)
    freedom = max(len(values) - len(parts), 1)
    error = larger * math.sqrt(rest / freedom * (1 / len(parts[0]) + 1 / len(parts[-1])))
    shift = math.log1p(tolerance)
    rise = Estimate(
        np.asarray(means[-1] - means[0]),
        np.asarray(max(error, SMALLEST_SPREAD)),
        np.asarray(float(freedom)),
    )
    p = float(p_above(rise.less(shift)))
    if p >= share:
        return None
    after = len(begins) - 1
    while after > 1 and means[after - 1] > means[0] + shift:
        after -= 1
    return _Risen(rise, p, points[begins[after]], points[begins[after] - 1])
