"""Base against head, in one run."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.bench.judging import levels
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.family import adjusted
from harness.bench.judging.pairs import instruction_ratio, log_ratios
from harness.bench.judging.robust import (
    LEAST,
    TRIM,
    Estimate,
    Floats,
    detectable,
    estimate,
    margin,
    p_above,
)
from harness.bench.records import Core, Record

NO_PAIRS = "fewer than two pairs"


def judge_pairs(record: Record, tolerance: float = levels.TOLERANCE) -> tuple[Comparison, ...]:
    """Every core that has both sides, as one family at the level ``PAIRED``."""
    cores = [core for core in record.cores if core.measured and {"base", "head"} <= set(core.sides)]
    if not cores:
        return ()
    first = [_stage(core, tolerance, confirming=False) for core in cores]
    second = [_stage(core, tolerance, confirming=True) for core in cores]
    two_stages = record.confirming_pairs > 0
    p = adjusted(_p(first), _p(second) if two_stages else None)
    confirmed = sum(found is not None for found in second)
    shared = math.log1p(tolerance)
    return tuple(
        _comparison(core, a, b, p_core, shared, _Design(len(cores), confirmed, record))
        for core, a, b, p_core in zip(cores, first, second, np.nan_to_num(p, nan=1.0), strict=True)
    )


def suspects(record: Record, tolerance: float = levels.TOLERANCE) -> tuple[str, ...]:
    """Keys of the cores that look slower at the first stage: to be measured again."""
    found = {
        core.key: _stage(core, tolerance, confirming=False)
        for core in record.cores
        if core.measured and {"base", "head"} <= set(core.sides)
    }
    return tuple(key for key, each in found.items() if each and p_above(each) < levels.SUSPECT)


def _stage(core: Core, tolerance: float, *, confirming: bool) -> Estimate | None:
    pairs = log_ratios(core, "head", "base", confirming=confirming)
    return estimate(pairs, math.log1p(tolerance)) if len(pairs) >= LEAST else None


def _p(stages: Sequence[Estimate | None]) -> Floats:
    return np.array([float(p_above(each)) if each else np.nan for each in stages])


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
        """The level at which the first stage flags a core by itself."""
        return levels.PAIRED / (2 if self.two_stages else 1) / self.cores

    @property
    def second(self) -> float:
        return levels.PAIRED / 2 / max(self.confirmed, 1)


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
        judged=shown is not None,
        since=design.record.commit if flagged else "",
        note=_note(core, confirmed=second is not None) if shown else NO_PAIRS,
    )


def _note(core: Core, *, confirmed: bool) -> str:
    instructions = instruction_ratio(core)
    words = [
        "measured again" if confirmed else "",
        f"instructions {instructions:.3f}" if instructions else "",
    ]
    return "; ".join(filter(None, words))


def _smallest(first: Estimate | None, second: Estimate | None, design: _Design) -> float:
    """What the first stage alone, or both stages in turn, would have flagged."""
    if first is None:
        return math.inf
    error, freedom = float(first.error), float(first.freedom)
    at_once = detectable(error, freedom, design.alone, levels.POWER)
    if not design.two_stages:
        return at_once
    each = 1 - (1 - levels.POWER) / 2  # both stages must find it
    suspected = detectable(error, freedom, levels.SUSPECT, each)
    level = levels.PAIRED / 2 / max(design.confirmed + (second is None), 1)
    if second:
        confirmed = detectable(float(second.error), float(second.freedom), level, each)
    else:
        pairs = design.record.confirming_pairs
        kept = pairs - 2 * int(TRIM * pairs)
        likely = error * math.sqrt((freedom + 1) / kept)
        confirmed = detectable(likely, kept - 1, level, each, known=freedom)
    return min(at_once, max(suspected, confirmed))
