"""What the trainings of base and head reached: a faster step that learns worse is a regression."""

import numpy as np

from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import holm
from harness.bench.judging.robust import (
    LEAST,
    Estimate,
    Floats,
    detectable,
    estimate,
    margin,
    p_above,
)
from harness.bench.records import Core, Record, Side

_OF_SPREAD, _OF_QUALITY = 0.1, 1e-4


def judge_quality(record: Record) -> tuple[Comparison, ...]:
    """What the trainings of base and head reached, seed by seed, one family at ``QUALITY``.

    Nothing is trimmed: a training that fails now and then is what this is to find. P is corrected
    over the numbers of pairs at which a core could be done (Bonferroni).
    """
    tested = _tested(record)
    if not tested:
        return ()
    losses = [estimate(-_gains(core), _tolerated(core), trim=0) for core in tested]
    p = holm(record.ends * np.array([float(p_above(loss)) for loss in losses]))
    level = levels.QUALITY / record.ends / len(tested)
    return tuple(
        _comparison(core, loss, float(p_core), level)
        for core, loss, p_core in zip(tested, losses, p, strict=True)
    )


def sees_what_a_seed_makes(record: Record) -> dict[str, bool]:
    """By key of each core that trains: a loss as large as another seed makes would be flagged."""
    spreads = {core.key: float(_reached(core, "base").std(ddof=1)) for core in _tested(record)}
    return {each.key: each.smallest <= spreads[each.key] for each in judge_quality(record)}


def _tested(record: Record) -> list[Core]:
    return [core for core in record.cores if core.measured and len(_gains(core)) >= LEAST]


def _comparison(core: Core, loss: Estimate, p: float, level: float) -> Comparison:
    tolerated = _tolerated(core)
    gain = -float(loss.mean) - tolerated
    half = float(margin(loss.error, loss.freedom, level))
    seen = float(detectable(loss.error, float(loss.freedom), level, levels.POWER))
    return Comparison(
        core=core.label,
        key=core.key,
        against="base",
        kind="quality",
        effect=gain,
        low=gain - half,
        high=gain + half,
        p=p,
        flagged=p < levels.QUALITY,
        smallest=tolerated + seen,
        processes=2 * len(_gains(core)),
        note=core.quality.name if core.quality else "",
    )


def _reached(core: Core, side: Side) -> Floats:
    reached = [each.quality for each in core.sides.get(side, ()) if each.quality is not None]
    return np.array(reached, dtype=np.float64)


def _gains(core: Core) -> Floats:
    """By how much head is better than base, a value a pair."""
    base, head = _reached(core, "base"), _reached(core, "head")
    pairs = min(len(base), len(head))
    gains: Floats = head[:pairs] - base[:pairs]
    return -gains if core.quality and core.quality.better == "lower" else gains


def _tolerated(core: Core) -> float:
    """A loss that is none: a small part of what another seed changes, or of the quality itself.

    Two programs that compute the same in another order differ in the last digits, and under the
    same seeds do so without any noise.
    """
    base = _reached(core, "base")
    return max(_OF_SPREAD * float(base.std(ddof=1)), _OF_QUALITY * abs(float(base.mean())))
