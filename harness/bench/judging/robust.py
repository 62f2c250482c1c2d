"""Means of a few fresh processes of which some met a busy moment: trimmed means and Student's t.

Every function is pure and works along the last axis. Trimmed t: Yuen 1974; Wilcox, Introduction to
Robust Estimation, 4.4. An exact sign-flip test was considered: with 12 pairs its smallest p is
1 / 4096, above the share of a core among 60, so it could never flag one.
"""

import math
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import betainc, chdtri, nctdtr, stdtr, stdtrit

Floats = NDArray[np.float64]

TRIM = 0.1  # from each end: with fewer than 10 values none, and the test is Student's own
ROUNDING = 1e-9  # a spread below it, relative to the mean, is of the last digit
_GRID = 200
_FAR = 100.0  # standard errors
LEAST = 2  # values that have a spread at all


class Estimate(NamedTuple):
    """A mean, its standard error and degrees of freedom; ``by_sign`` is the sign test's p.

    Without any spread, as quality in round figures may come, t says nothing and the signs decide.
    """

    mean: Floats
    error: Floats
    freedom: Floats
    by_sign: Floats | float = 1.0

    def less(self, threshold: float) -> "Estimate":
        """The estimate of the mean less a constant; the signs are those of before."""
        return self._replace(mean=self.mean - threshold)


def estimate(values: Floats, threshold: float = 0.0, trim: float = TRIM) -> Estimate:
    """Trimmed mean of ``values - threshold``; at least ``LEAST`` values."""
    values = np.sort(np.asarray(values, dtype=np.float64) - threshold, axis=-1)
    count = values.shape[-1]
    if count < LEAST:
        raise ValueError(f"{count} values have no spread")
    cut = int(trim * count)
    kept = values[..., cut : count - cut]
    held = np.clip(values, kept[..., :1], kept[..., -1:])
    size = kept.shape[-1]
    squares = ((held - held.mean(axis=-1, keepdims=True)) ** 2).sum(axis=-1)
    mean = kept.mean(axis=-1)
    above, below = (values > 0).sum(axis=-1), (values < 0).sum(axis=-1)
    return Estimate(
        mean,
        np.sqrt(squares / (size * (size - 1))),
        np.full(mean.shape, size - 1.0),
        np.where(above > 0, betainc(np.maximum(above, 1), below + 1, 0.5), 1.0),
    )


def p_above(found: Estimate) -> Floats:
    """One-sided p for a mean above zero."""
    spread = found.error > ROUNDING * abs(found.mean)
    by_t = stdtr(found.freedom, -found.mean / np.where(spread, found.error, 1))
    return np.where(spread, by_t, found.by_sign)


def margin(error: Floats, freedom: Floats, level: float | Floats) -> Floats:
    """Half of an interval whose each side is missed with probability ``level``."""
    half: Floats = stdtrit(freedom, 1 - np.asarray(level)) * error
    return half


def detectable(
    error: Floats | float, freedom: float, level: float, power: float, known: float | None = None
) -> Floats:
    """The mean above zero that a run like this one finds at ``level`` with probability ``power``.

    ``error`` is estimated, with ``known`` degrees of freedom (those of the test, where not given),
    and the probability is over that as well: few processes promise much less than if the spread
    that they happened to show were the true one.
    """
    away = _errors_away(math.floor(freedom), math.floor(known or freedom), level, power)
    return np.full(np.shape(error), math.inf) if math.isinf(away) else np.multiply(away, error)


@cache
def _errors_away(freedom: int, known: int, level: float, power: float) -> float:
    """How many estimated standard errors the mean must lie above zero; infinite if very many.

    Given the true error it is the noncentrality of t; that is averaged over the estimated error,
    whose square is a chi-squared over its degrees of freedom.
    """
    if min(freedom, known) < 2:
        return math.inf
    critical = float(stdtrit(freedom, 1 - level))
    ranks = (np.arange(_GRID) + 0.5) / _GRID
    estimated = np.sqrt(chdtri(known, ranks) / known)

    def missed(away: float) -> float:
        return float(np.nanmean(nctdtr(freedom, away * estimated, critical))) - (1 - power)

    if critical > _FAR or missed(_FAR) > 0:
        return math.inf
    return float(brentq(missed, 0.0, _FAR, xtol=1e-3))
