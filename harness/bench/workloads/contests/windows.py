"""Contest of the look-back of Chapter 5: a view of a series against one shifted copy a day."""

import numpy as np
import pandas as pd

from harness.bench.workloads.contests.contest import Contest
from reference.chapter5.section_preparing_the_data import LOOK_BACK, get_lookback

TIMES = 1000
SERIES = np.random.default_rng(0).random((2514, 1))


def shift_by_pandas(series: np.ndarray, look_back: int) -> np.ndarray:
    """Features (n, look_back) as the listing makes them: a Python loop over shifted frames."""
    frame = pd.DataFrame(series)
    columns = [frame.shift(days) for days in range(1, look_back + 1)]
    return pd.concat(columns, axis=1).fillna(0).to_numpy()


def _by_view() -> np.ndarray:
    for _ in range(TIMES):
        features = np.ascontiguousarray(get_lookback(SERIES, LOOK_BACK)[0])
    return features


def _by_pandas(times: int) -> np.ndarray:
    for _ in range(times):
        features = shift_by_pandas(SERIES, LOOK_BACK)
    return features


WINDOWS = (Contest("S5.preparing-the-data", _by_view, _by_pandas, TIMES, TIMES),)
