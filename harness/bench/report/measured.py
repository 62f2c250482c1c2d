"""What a run measured, a row a core: speed, first step, memory, against its peer and its limit."""

import math
from dataclasses import dataclass

import numpy as np

from harness.bench.judging.pairs import Ratio, log_times, ratios
from harness.bench.judging.robust import TRIM
from harness.bench.records import Core, Record, Side


@dataclass(frozen=True)
class Measured:
    """One core of one run; ``seconds`` for a unit of work, None for what was not measured.

    ``faster`` is how many times faster it is than its peer, ``share`` its part of the rate that
    the hardware's limit allows, ``noise`` the same code's second time over its first.
    """

    core: Core
    seconds: float | None
    first_step_seconds: float | None
    peak_memory_bytes: int | None
    faster: Ratio | None
    share: Ratio | None
    noise: Ratio | None

    @property
    def per_second(self) -> float | None:
        """Units of work a second."""
        return 1 / self.seconds if self.seconds else None

    @property
    def samples_per_second(self) -> float | None:
        if self.seconds is None or self.core.samples is None:
            return None
        return self.core.samples / self.seconds


def measured(record: Record) -> tuple[Measured, ...]:
    """A row for every core of the run, measured or not."""
    by_side: dict[Side, dict[str, Ratio]] = {
        side: {ratio.key: ratio for ratio in ratios(record, side)}
        for side in ("peer", "limit", "again")
    }
    return tuple(
        _row(
            core,
            by_side["peer"].get(core.key),
            by_side["limit"].get(core.key),
            by_side["again"].get(core.key),
        )
        for core in record.cores
    )


def _row(core: Core, faster: Ratio | None, share: Ratio | None, noise: Ratio | None) -> Measured:
    head = core.sides.get("head", ()) if core.measured else ()
    firsts = [each.first_step_seconds for each in head if each.first_step_seconds is not None]
    peaks = [each.peak_memory_bytes for each in head if each.peak_memory_bytes is not None]
    return Measured(
        core,
        seconds_of(core),
        float(np.median(firsts)) if firsts else None,
        max(peaks) if peaks else None,
        faster,
        share,
        noise,
    )


def seconds_of(core: Core, side: Side = "head") -> float | None:
    """A unit's seconds on one side: the trimmed mean of its processes, on the scale of ratios."""
    processes = core.sides.get(side, ()) if core.measured else ()
    if not processes:
        return None
    values = np.sort(log_times(processes))
    cut = int(TRIM * len(values))
    return math.exp(float(values[cut : len(values) - cut].mean()))
