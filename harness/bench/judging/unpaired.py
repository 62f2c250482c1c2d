"""Two runs at different times: Welch's test, and the spread between runs that no run can see."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from harness.bench.history import Run
from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import holm
from harness.bench.judging.robust import Estimate, detectable, margin, p_above
from harness.bench.judging.series import Wander, levels_of, series

UNKNOWN = "the spread between runs is not known yet"


class Change(NamedTuple):
    """New less old on the scale of logarithms, and its p, corrected over the family."""

    estimate: Estimate
    p: float


def changes(
    news: Mapping[str, Estimate],
    olds: Mapping[str, Estimate],
    spreads: Mapping[str, Wander],
    tolerance: float = levels.TOLERANCE,
) -> dict[str, Change]:
    """Of every core that is in both, by its key; one family."""
    keys = [key for key in news if key in olds]
    found = [_difference(news[key], olds[key], spreads.get(key)) for key in keys]
    shift = math.log1p(tolerance)
    p = holm(np.array([float(p_above(each.less(shift))) for each in found]))
    return {key: Change(each, float(one)) for key, each, one in zip(keys, found, p, strict=True)}


def judge_runs(
    new: Run,
    old: Run,
    spreads: Mapping[str, Wander],
    level: float,
    tolerance: float = levels.TOLERANCE,
    against: str = "",
) -> tuple[Comparison, ...]:
    """Every core of the same identity that both runs measured, as one family at ``level``.

    ``spreads`` is the spread between runs by core; where it is missing, nothing is flagged: an
    interval from one run's processes alone holds for that hour, and not for the code.
    """
    labels = {core.key: core.label for core in new.record.cores}
    found = changes(_levels(new), _levels(old), spreads, tolerance)
    share = level / max(len(found), 1)
    made = []
    for key, ((middle, error, freedom, _), p) in found.items():
        half = float(margin(error, freedom, share))
        seen = detectable(float(error), float(freedom), share, levels.POWER)
        known = key in spreads
        flagged = known and p < level
        made.append(
            Comparison(
                core=labels[key],
                key=key,
                against=against or old.name,
                kind="speed",
                effect=math.exp(middle),
                low=math.exp(middle - half),
                high=math.exp(middle + half),
                p=p,
                flagged=flagged,
                smallest=math.expm1(math.log1p(tolerance) + seen),
                processes=_processes(new, key) + _processes(old, key),
                judged=known,
                since=new.record.commit if flagged else "",
                note="" if known else UNKNOWN,
            )
        )
    return tuple(made)


def unmatched(new: Run, old: Run) -> tuple[str, ...]:
    """Cores of the old run that the new one lacks, or has under another identity only."""
    keys = {core.key for core in new.record.cores if core.measured}
    names = {core.name for core in new.record.cores if core.measured}
    return tuple(
        f"{core.label}: {'another identity' if core.name in names else 'not measured'}"
        for core in old.record.cores
        if core.measured and core.key not in keys
    )


def _levels(run: Run) -> dict[str, Estimate]:
    return {key: found[0] for key, found in levels_of(series([run])).items()}


def _processes(run: Run, key: str) -> int:
    return sum(len(core.sides["head"]) for core in run.record.cores if core.key == key)


def _difference(new: Estimate, old: Estimate, between: Wander | None) -> Estimate:
    """New less old, with the degrees of freedom of Welch and Satterthwaite."""
    parts: Sequence[tuple[float, float]] = [
        (float(new.error) ** 2, float(new.freedom)),
        (float(old.error) ** 2, float(old.freedom)),
        *([(2 * between.variance, between.freedom)] if between else []),
    ]
    variance = sum(part for part, _ in parts)
    squares = sum(part**2 / freedom for part, freedom in parts)
    freedom = variance**2 / squares if squares else 1.0
    return Estimate(
        new.mean - old.mean, np.asarray(math.sqrt(variance)), np.asarray(max(freedom, 1.0))
    )
