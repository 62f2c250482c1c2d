"""Could a printed result be a draw of ours? Intervals for one new value, and their level.

Every function is pure. ``LEVEL`` is the level of each single interval: of 100 honest prints,
one is called implausible by chance. ``tests/statistics`` measures that rate by simulation.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

LEVEL = 0.99
MIN_SEEDS = 5


class Interval(NamedTuple):
    """A closed interval and how it was found (``order statistics`` or ``Student's t``)."""

    low: float
    high: float
    method: str

    def overlaps(self, low: float, high: float) -> bool:
        return self.low <= high and low <= self.high


def student_quantile(probability: float, degrees: int) -> float:
    """Quantile of Student's t (scipy's special function: scipy.stats costs start-up time)."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, probability))


def prediction_interval(draws: Sequence[float], level: float = LEVEL) -> Interval:
    """Interval that holds one new draw of the same distribution with probability ``level``.

    With enough draws it is free of any assumption on the distribution: of n + 1 exchangeable
    values the newest is the smallest or the largest with probability 2 / (n + 1), so [min, max]
    covers (n - 1) / (n + 1) (Wilks 1941). With fewer it is the interval of a normal sample,
    mean +- t * s * sqrt(1 + 1 / n) (Hahn and Meeker, Statistical Intervals, 2.3).
    """
    values = np.asarray(draws, dtype=np.float64)
    n = len(values)
    if n < MIN_SEEDS:
        raise ValueError(f"{n} draws are too few for an interval; at least {MIN_SEEDS}")
    if (n - 1) / (n + 1) >= level:
        return Interval(float(values.min()), float(values.max()), "order statistics")
    half = student_quantile((1 + level) / 2, n - 1) * values.std(ddof=1) * math.sqrt(1 + 1 / n)
    mean = float(values.mean())
    return Interval(mean - half, mean + half, "Student's t")


def mean_interval(differences: Sequence[float], level: float = LEVEL) -> Interval:
    """Bounds of the mean of paired differences, each one-sided at ``level`` (Student's t)."""
    values = np.asarray(differences, dtype=np.float64)
    n = len(values)
    if n < MIN_SEEDS:
        raise ValueError(f"{n} pairs are too few for an interval; at least {MIN_SEEDS}")
    half = student_quantile(level, n - 1) * values.std(ddof=1) / math.sqrt(n)
    mean = float(values.mean())
    return Interval(mean - half, mean + half, "Student's t, paired")
