"""Base against head, in one run of one stage or of two (:mod:`harness.bench.judging.stages`)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.bench.judging import levels, stages
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import holm
from harness.bench.judging.pairs import instruction_ratio, log_ratios
from harness.bench.judging.quality import sees_what_a_seed_makes
from harness.bench.judging.robust import (
    LEAST,
    Estimate,
    Floats,
    detectable,
    estimate,
    margin,
    p_above,
)
from harness.bench.records import Core, Record

NO_PAIRS = "fewer than two pairs"
NOT_AGAIN = "looks slower, and was not measured again"


def judge_pairs(record: Record, tolerance: float = levels.TOLERANCE) -> tuple[Comparison, ...]:
    """Every core that has both sides, as one family at the level ``PAIRED``."""
    cores = _with_base(record)
    if not cores:
        return ()
    first = [_stage(core, tolerance, confirming=False) for core in cores]
    second = [_stage(core, tolerance, confirming=True) for core in cores]
    p = np.nan_to_num(_corrected(record, first, second), nan=1.0)
    confirmed = sum(found is not None for found in second)
    shared = math.log1p(tolerance)
    return tuple(
        _comparison(core, a, b, p_core, shared, _Design(len(cores), confirmed, record))
        for core, a, b, p_core in zip(cores, first, second, p, strict=True)
    )


def suspects(record: Record, tolerance: float = levels.TOLERANCE) -> tuple[str, ...]:
    """Keys of the cores that look slower at the first stage: to be measured again."""
    return tuple(
        core.key
        for core in _with_base(record)
        if _suspected(_stage(core, tolerance, confirming=False))
    )


def settled(record: Record, sees: float, *, confirming: bool) -> tuple[str, ...]:
    """Keys of the cores whose first or second stage may end.

    They are flagged; or a slowdown of ``sees`` would have been found and, where they train, a loss
    of quality as large as what another seed makes.
    """
    learned = sees_what_a_seed_makes(record)
    found = {each.key: each for each in judge_pairs(record)}

    def enough(core: Core) -> bool:
        if len(log_ratios(core, "head", "base", confirming=confirming)) < stages.FEWEST:
            return False
        each = found[core.key]
        return each.flagged or (each.smallest <= sees and learned.get(core.key, True))

    return tuple(core.key for core in _with_base(record) if enough(core))


def _with_base(record: Record) -> list[Core]:
    return [core for core in record.cores if core.measured and {"base", "head"} <= set(core.sides)]


def _corrected(
    record: Record, first: Sequence[Estimate | None], second: Sequence[Estimate | None]
) -> Floats:
    """P over all cores, of the stage that flags; NaN where it has none."""
    if not record.confirming_pairs:
        return holm(_p(first))
    return holm(record.looks[1] * _p(second))


def _suspected(first: Estimate | None) -> bool:
    return first is not None and bool(p_above(first) < levels.SUSPECT)


def _stage(core: Core, tolerance: float, *, confirming: bool) -> Estimate | None:
    pairs = log_ratios(core, "head", "base", confirming=confirming)
    return estimate(pairs, math.log1p(tolerance)) if len(pairs) >= LEAST else None


def _p(found: Sequence[Estimate | None]) -> Floats:
    return np.array([float(p_above(each)) if each else np.nan for each in found])


@dataclass(frozen=True)
class _Design:
    """What a core's level depends on: how many cores, how many confirmed, planned stages."""

    cores: int
    confirmed: int
    record: Record

    @property
    def two_stages(self) -> bool:
        return self.record.confirming_pairs > 0

    @property
    def alone(self) -> float:
        """The level of a core in the first stage, at whichever look it ended."""
        return levels.PAIRED / self.cores / self.record.looks[0]

    @property
    def second(self) -> float:
        """The level of a core in the second stage, where it came to it."""
        return levels.PAIRED / max(self.confirmed, 1) / self.record.looks[1]

    @property
    def one_more(self) -> float:
        """The level of a core that did not come to it, had it done so."""
        return levels.PAIRED / (self.confirmed + 1) / self.record.looks[1]


def _comparison(
    core: Core,
    first: Estimate | None,
    second: Estimate | None,
    p: float,
    tolerated: float,
    design: _Design,
) -> Comparison:
    shown, level = (second, design.second) if second else (first, design.alone)
    flagged = p < levels.PAIRED
    left_open = design.two_stages and second is None and _suspected(first)
    middle = float(shown.mean) + tolerated if shown else math.nan
    half = float(margin(shown.error, shown.freedom, level)) if shown else math.inf
    return Comparison(
        core=core.label,
        key=core.key,
        against="base",
        kind="speed",
        effect=math.exp(middle),
        low=math.exp(middle - half) if shown else 0.0,
        high=math.exp(middle + half) if shown else math.inf,
        p=float(p),
        flagged=bool(flagged),
        smallest=math.expm1(tolerated + _smallest(first, second, design)),
        processes=len(core.sides["head"]) + len(core.sides["base"]),
        judged=shown is not None and not left_open,
        since=design.record.commit if flagged else "",
        note=NOT_AGAIN if left_open else _note(core, second) if shown else NO_PAIRS,
    )


def _note(core: Core, second: Estimate | None) -> str:
    instructions = instruction_ratio(core)
    words = [
        "measured again" if second else "",
        f"instructions {instructions:.3f}" if instructions else "",
    ]
    return "; ".join(filter(None, words))


def _smallest(first: Estimate | None, second: Estimate | None, design: _Design) -> float:
    """What one stage, or both in turn, would have flagged."""
    if first is None:
        return math.inf
    if not design.two_stages:
        freedom = float(first.freedom)
        return float(detectable(first.error, freedom, design.alone, levels.POWER))
    if second:
        seen = np.maximum(stages.screen_sees(first), stages.second_sees(second, design.second))
        return float(seen)
    return float(stages.both_see(first, design.record.confirming_pairs, design.one_more))
