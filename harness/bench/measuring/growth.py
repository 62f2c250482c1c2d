"""How time grows with size: an exponent, with its interval, beside the one that is expected."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.bench.judging.robust import estimate, margin
from harness.bench.records import Process

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Exponent:
    """The fitted power with its interval over processes, at ``CONFIDENCE``."""

    value: float
    low: float
    high: float


def fitted(sizes: Sequence[int], processes: Sequence[Sequence[Process]]) -> Exponent:
    """The slope of the logarithm of time over that of size.

    ``processes`` holds those of each size, the same number each. The i-th processes of all sizes
    ran one after the other and give one slope by least squares; the interval is that of the mean
    of these slopes (Student's t). ``ValueError`` for fewer than two of a size.
    """
    times = np.log([[np.median(each.rounds) for each in some] for some in processes])
    x = np.log(np.asarray(sizes, dtype=np.float64))
    x -= x.mean()
    slopes = x @ times / (x @ x)
    found = estimate(slopes, trim=0.0)
    half = float(margin(found.error, found.freedom, (1 - CONFIDENCE) / 2))
    return Exponent(float(found.mean), float(found.mean) - half, float(found.mean) + half)
