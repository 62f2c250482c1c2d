"""Two runs at different times: Welch's test, and the spread between runs that no run can see."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from harness.bench.history import Run
from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import holm
from harness.bench.judging.robust import Estimate, detectable, margin, p_above
from harness.bench.judging.series import Wander, series

UNKNOWN = "the spread between runs is not known yet"


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
    news, olds = series([new]), series([old])
    labels = {core.key: core.label for core in new.record.cores}
    keys = [key for key in news if key in olds]
    shift = math.log1p(tolerance)
    found = [_difference(news[key][0].level, olds[key][0].level, spreads.get(key)) for key in keys]
    p = holm(np.array([float(p_above(each.less(shift))) for each in found]))
    share = level / max(len(keys), 1)
    made = []
    for key, each, p_core in zip(keys, found, p, strict=True):
        half = float(margin(each.error, each.freedom, share))
        middle = float(each.mean)
        known = spreads.get(key) is not None
        seen = shift + detectable(float(each.error), float(each.freedom), share, levels.POWER)
        made.append(
            Comparison(
                labels[key],
                key,
                against or old.name,
                "speed",
                math.exp(middle),
                math.exp(middle - half),
                math.exp(middle + half),
                float(p_core),
                bool(known and p_core < level),
                math.expm1(seen),
                _processes(new, key) + _processes(old, key),
                judged=known,
                since=new.record.commit if known and p_core < level else "",
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
