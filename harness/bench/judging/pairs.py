"""Sides of one run: processes that took turns are pairs, and give a ratio each."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.bench.judging import levels
from harness.bench.judging.robust import LEAST, Floats, estimate, margin
from harness.bench.records import Core, Process, Record, Side


@dataclass(frozen=True)
class Ratio:
    """One side's time over another's in one run, with an interval over all cores together."""

    core: str
    key: str
    ratio: float
    low: float
    high: float


def log_times(processes: Sequence[Process]) -> Floats:
    """One value a process: the logarithm of its median round."""
    medians = np.array([np.median(process.rounds) for process in processes], dtype=np.float64)
    return np.log(medians)


def log_ratio(over: Process, under: Process) -> float:
    """The median of the logarithms of their rounds' ratios, each with the round beside it.

    What slows the machine for longer than a round then weighs on both. Rounds that only one of
    them has are left out.
    """
    rounds = min(len(over.rounds), len(under.rounds))
    return float(np.median(np.log(over.rounds[:rounds]) - np.log(under.rounds[:rounds])))


def log_ratios(core: Core, over: Side, under: Side, *, confirming: bool) -> Floats:
    """A value a pair, of the first or of the second stage; a process left alone is not used."""
    sides = [
        [each for each in core.sides.get(side, ()) if each.confirming == confirming]
        for side in (over, under)
    ]
    return np.array([log_ratio(*pair) for pair in zip(*sides, strict=False)], dtype=np.float64)


def ratios(record: Record, over: Side, under: Side = "head") -> tuple[Ratio, ...]:
    """``over / under`` of every core that has both, such as peer over head: times faster."""
    found = {}
    for core in (core for core in record.cores if core.measured):
        pairs = log_ratios(core, over, under, confirming=False)
        if len(pairs) >= LEAST:
            found[core.key] = (core, estimate(pairs))
    level = levels.RUN / 2 / max(len(found), 1)
    made = []
    for key, (core, mean) in found.items():
        half = float(margin(mean.error, mean.freedom, level))
        middle = float(mean.mean)
        low, high = math.exp(middle - half), math.exp(middle + half)
        made.append(Ratio(core.label, key, math.exp(middle), low, high))
    return tuple(made)


def instruction_ratio(core: Core) -> float | None:
    """Instructions of head over base, by medians; None where the machine counts none.

    Far quieter than time, and no verdict: fewer instructions may take longer.
    """
    sides: tuple[Side, Side] = ("head", "base")
    counts = [
        [each.instructions for each in core.sides.get(side, ()) if each.instructions is not None]
        for side in sides
    ]
    return float(np.median(counts[0]) / np.median(counts[1])) if all(counts) else None
