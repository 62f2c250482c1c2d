"""Means of a few fresh processes of which some met a busy moment: trimmed means and Student's t.

Every function is pure and works along the last axis. Trimmed t: Yuen 1974; Wilcox, Introduction to
Robust Estimation, 4.4. An exact sign-flip test was considered: with 12 pairs its smallest p is
1 / 4096, above the share of a core among 60, so it could never flag one.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, nctdtrinc, stdtr, stdtrit

Floats = NDArray[np.float64]

TRIM = 0.1  # from each end: with fewer than 10 values none, and the test is Student's own
ROUNDING = 1e-9  # a spread below it, relative to the mean, is of the last digit
LEAST = 2  # values that have a spread at all


class Estimate(NamedTuple):
    """A mean, its standard error and its degrees of freedom.

    ``above`` and ``nonzero`` count the values that decide where the spread is zero.
    """

    mean: Floats
    error: Floats
    freedom: Floats
    above: Floats
    nonzero: Floats


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
    return Estimate(
        mean,
        np.sqrt(squares / (size * (size - 1))),
        np.full(mean.shape, size - 1.0),
        (values > 0).sum(axis=-1).astype(np.float64),
        (values != 0).sum(axis=-1).astype(np.float64),
    )


def p_above(found: Estimate) -> Floats:
    """One-sided p for a mean above zero.

    Without any spread, as quality in round figures may come, t says nothing: the sign test decides.
    """
    mean, error, freedom, above, nonzero = map(np.asarray, found)
    spread = error > ROUNDING * abs(mean)
    by_t = stdtr(freedom, -mean / np.where(spread, error, 1))
    at_least_as_many = betainc(np.maximum(above, 1), nonzero - above + 1, 0.5)
    by_sign = np.where(above > 0, at_least_as_many, 1.0)
    return np.where(spread, by_t, by_sign)


def margin(error: Floats, freedom: Floats, level: float | Floats) -> Floats:
    """Half of an interval whose each side is missed with probability ``level``."""
    half: Floats = stdtrit(freedom, 1 - np.asarray(level)) * error
    return half


def detectable(
    error: Floats, freedom: Floats, level: float | Floats, power: float | Floats
) -> Floats:
    """The mean that a one-sided test at ``level`` finds with probability ``power``.

    From the noncentral t distribution, with the spread that was found taken for the true one.
    """
    critical = stdtrit(freedom, 1 - np.asarray(level))
    shift: Floats = nctdtrinc(freedom, 1 - np.asarray(power), critical) * error
    return shift
