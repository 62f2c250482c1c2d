"""All cores of a run are one family: Holm's correction, over one stage or two.

Two stages: a first look at every core, then a second, on fresh data, at those it made suspect.
Each stage gets half of the level; the second is corrected only over the cores that came to it,
which the first has chosen without seeing its data. The sum bounds false alarms of the run, and a
suspected core is judged as one of a few instead of one of all.
"""

import numpy as np

from harness.bench.judging.robust import Floats


def holm(p: Floats) -> Floats:
    """Adjusted p along the last axis (Holm 1979); NaN is what was not tested and stays so."""
    p = np.asarray(p, dtype=np.float64)
    order = np.argsort(p, axis=-1)  # NaN last
    ordered = np.take_along_axis(p, order, axis=-1)
    tested = (~np.isnan(p)).sum(axis=-1, keepdims=True)
    factors = np.maximum(tested - np.arange(p.shape[-1]), 1)
    running = np.fmax.accumulate(ordered * factors, axis=-1)
    adjusted = np.empty_like(p)
    np.put_along_axis(adjusted, order, np.minimum(running, 1.0), axis=-1)
    return np.where(np.isnan(p), np.nan, adjusted)


def adjusted(first: Floats, second: Floats | None) -> Floats:
    """Adjusted p of one stage, or of two; ``second`` is NaN where a core was not confirmed.

    To be held against the family's level.
    """
    if second is None:
        return holm(first)
    both = np.fmin(2 * holm(first), 2 * holm(second))
    return np.minimum(both, 1.0)
