"""The decision rules of pytest-benchmark, pyperf and asv, written afresh, for comparison.

Each takes the pooled rounds of base and of head along the last axis, as these tools pool them, and
says where it calls head slower. Their thresholds are their defaults, or what their manuals show.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit
from scipy.stats import mannwhitneyu

from harness.bench.judging.robust import Floats
from harness.bench.records import Core, Side

FAIL_ABOVE = 1.05  # pytest-benchmark: --benchmark-compare-fail=mean:5%
CONFIDENCE = 0.95  # pyperf, two-sided
FACTOR, P_BELOW = 1.1, 0.002  # asv compare

Flags = NDArray[np.bool_]
Rule = Callable[[Floats, Floats], Flags]
_SIDES: tuple[Side, Side] = ("base", "head")


def pytest_benchmark(base: Floats, head: Floats) -> Flags:
    """The mean has grown by more than five percent."""
    return np.asarray(head.mean(axis=-1) > FAIL_ABOVE * base.mean(axis=-1))


def pyperf(base: Floats, head: Floats) -> Flags:
    """Student's two-sample t test on all values is significant, and the mean has grown."""
    n, m = base.shape[-1], head.shape[-1]
    freedom = n + m - 2
    squares = (n - 1) * base.var(axis=-1, ddof=1) + (m - 1) * head.var(axis=-1, ddof=1)
    error = np.sqrt(squares / freedom * (1 / n + 1 / m))
    grown = head.mean(axis=-1) - base.mean(axis=-1)
    return np.asarray(grown >= stdtrit(freedom, (1 + CONFIDENCE) / 2) * error)


def asv(base: Floats, head: Floats) -> Flags:
    """The median has grown by more than the factor, and Mann-Whitney's p is below 0.002."""
    flagged = np.atleast_1d(np.median(head, axis=-1) > FACTOR * np.median(base, axis=-1))
    if flagged.any():
        candidates = np.atleast_2d(head)[flagged], np.atleast_2d(base)[flagged]
        flagged[flagged] = mannwhitneyu(*candidates, axis=-1).pvalue < P_BELOW
    return flagged


RULES: dict[str, Rule] = {"pytest-benchmark": pytest_benchmark, "pyperf": pyperf, "asv": asv}


def flags(core: Core) -> dict[str, bool]:
    """What each rule says of a measured core that has both sides, all stages pooled."""
    base, head = (
        np.concatenate([process.rounds for process in core.sides[side]]) for side in _SIDES
    )
    return {name: bool(np.all(rule(base, head))) for name, rule in RULES.items()}
