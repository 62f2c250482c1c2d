"""All cores of a run are one family: Holm's correction."""

import numpy as np

from harness.bench.judging.robust import Floats


def holm(p: Floats) -> Floats:
    """Adjusted p along the last axis (Holm 1979); NaN is what was not tested and stays so.

    To be held against the family's level.
    """
    p = np.asarray(p, dtype=np.float64)
    order = np.argsort(p, axis=-1)  # NaN last
    ordered = np.take_along_axis(p, order, axis=-1)
    tested = (~np.isnan(p)).sum(axis=-1, keepdims=True)
    factors = np.maximum(tested - np.arange(p.shape[-1]), 1)
    running = np.fmax.accumulate(ordered * factors, axis=-1)
    adjusted = np.empty_like(p)
    np.put_along_axis(adjusted, order, np.minimum(running, 1.0), axis=-1)
    return np.where(np.isnan(p), np.nan, adjusted)
