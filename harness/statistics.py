"""Could a printed result be a draw of ours? Intervals for one new value, and their level.

Every function is pure. ``LEVEL`` holds for all results of one run together: of 100 honest runs,
one at most has any result called implausible by chance, however many it prints.
``tests/statistics`` measures that rate by simulation.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

LEVEL = 0.99
MIN_SEEDS = 3  # whose interval reaches 11 spreads each way, and so refutes little
MIN_PAIRS = 5


class Draws(NamedTuple):
    """One result over the seeds of a baseline, and how many results each run gave ``together``."""

    values: Sequence[float]
    together: int = 1


@dataclass(frozen=True)
class Rate:
    """``count`` of ``of`` trials."""

    count: int
    of: int

    @property
    def share(self) -> float:
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Of Clopper and Pearson, at 95 %."""
        from scipy.stats import binomtest  # takes a second, which no verdict has to wait for

        found = binomtest(self.count, self.of).proportion_ci()
        return float(found.low), float(found.high)


class Interval(NamedTuple):
    """A closed interval and how it was found."""

    low: float
    high: float
    method: str

    def overlaps(self, low: float, high: float) -> bool:
        return self.low <= high and low <= self.high


def student_quantile(probability: float, degrees: int) -> float:
    """Quantile of Student's t (scipy's special function: scipy.stats costs start-up time)."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, probability))


def prediction_interval(draws: Draws, level: float = LEVEL) -> Interval:
    """Simultaneous interval: all results of one new run lie in theirs with probability ``level``.

    Each of the ``together`` results gets its share of the risk (Bonferroni); its interval is that
    of a normal sample, mean +- t * s * sqrt(1 + 1 / n) (Hahn and Meeker, Statistical Intervals,
    2.3). With draws enough it also holds [smallest, largest], so that whatever the distribution,
    a single result lies in it with probability (n - 1) / (n + 1) at least: of n + 1 exchangeable
    values the newest is the smallest or the largest with probability 2 / (n + 1) (Wilks 1941).
    """
    values = np.asarray(draws.values, dtype=np.float64)
    n = len(values)
    if n < MIN_SEEDS:
        raise ValueError(f"{n} draws are too few for an interval; at least {MIN_SEEDS}")
    risk = (1 - level) / draws.together
    half = student_quantile(1 - risk / 2, n - 1) * values.std(ddof=1) * math.sqrt(1 + 1 / n)
    mean = float(values.mean())
    low, high = mean - half, mean + half
    if (n - 1) / (n + 1) < level:
        return Interval(low, high, "Student's t")
    low, high = min(low, float(values.min())), max(high, float(values.max()))
    return Interval(low, high, "Student's t and order statistics")


def mean_interval(differences: Sequence[float], level: float = LEVEL) -> Interval:
    """Bounds of the mean of paired differences, each one-sided at ``level`` (Student's t)."""
    values = np.asarray(differences, dtype=np.float64)
    n = len(values)
    if n < MIN_PAIRS:
        raise ValueError(f"{n} pairs are too few for an interval; at least {MIN_PAIRS}")
    half = student_quantile(level, n - 1) * values.std(ddof=1) / math.sqrt(n)
    mean = float(values.mean())
    return Interval(mean - half, mean + half, "Student's t, paired")
