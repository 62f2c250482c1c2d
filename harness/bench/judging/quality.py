"""What the trainings of base and head reached: a faster step that learns worse is a regression."""

import numpy as np

from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import holm
from harness.bench.judging.robust import LEAST, Floats, detectable, estimate, margin, p_above
from harness.bench.records import Core, Record, Side

_SIDES: tuple[Side, Side] = ("base", "head")


def judge_quality(record: Record) -> tuple[Comparison, ...]:
    """What the trainings of base and head reached, seed by seed, one family at ``QUALITY``.

    Nothing is trimmed: a training that fails now and then is what this is to find.
    """
    gains = {core.key: (core, _gains(core)) for core in record.cores if core.measured}
    gains = {key: (core, each) for key, (core, each) in gains.items() if len(each) >= LEAST}
    if not gains:
        return ()
    found = [estimate(-each, trim=0) for _, each in gains.values()]
    p = holm(np.array([float(p_above(each)) for each in found]))
    level = levels.QUALITY / len(found)
    made = []
    for (key, (core, each)), loss, p_core in zip(gains.items(), found, p, strict=True):
        half = float(margin(loss.error, loss.freedom, level))
        gain = -float(loss.mean)
        made.append(
            Comparison(
                core.label,
                key,
                "base",
                "quality",
                gain,
                gain - half,
                gain + half,
                float(p_core),
                bool(p_core < levels.QUALITY),
                detectable(float(loss.error), float(loss.freedom), level, levels.POWER),
                len(each),
                note=core.quality.name if core.quality else "",
            )
        )
    return tuple(made)


def _gains(core: Core) -> Floats:
    """By how much head is better than base, a value a pair."""
    base, head = (
        np.array([each.quality for each in core.sides.get(side, ()) if each.quality is not None])
        for side in _SIDES
    )
    pairs = min(len(base), len(head))
    gains: Floats = head[:pairs] - base[:pairs]
    return -gains if core.quality and core.quality.better == "lower" else gains
