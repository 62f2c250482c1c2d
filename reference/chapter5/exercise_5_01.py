"""Exercise 5.01: the closing prices as a time series, and on which axis they are plotted."""

from typing import cast

import numpy as np
import pandas as pd

from reference import datasets
from reference.chapter5 import axes_only
from reference.chapter5.prices import stock
from reference.stages import stage

LONGEST_CYCLE = 63  # trading days: a quarter of a year


def plotted(frame: pd.DataFrame, *arguments: str) -> dict[str, str]:
    """Columns that ``frame.plot(*arguments)`` puts on the axes; nothing is drawn."""
    return {axis: column for axis, column in _drawn(frame, *arguments).items() if axis in "xy"}


def kind_of_plot(frame: pd.DataFrame, *arguments: str) -> str:
    """What ``frame.plot(*arguments)`` draws: "line", "bar", ..."""
    return _drawn(frame, *arguments)["kind"]


def autocorrelations(values: np.ndarray, longest: int) -> np.ndarray:
    """Correlation of a series with itself 1, 2, ..., ``longest`` steps before, shape (longest,)."""
    return np.array(
        [np.corrcoef(values[lag:], values[:-lag])[0, 1] for lag in range(1, longest + 1)]
    )


@stage(needs=("aapl",))
def data() -> dict[str, object]:
    inp0 = datasets.load("aapl")
    axes = plotted(inp0, "Date", "Close")
    before = inp0[axes["x"]]
    inp0 = inp0.sort_index(ascending=False)
    after = inp0[axes["x"]]
    ts_data = stock("aapl")
    changes = np.diff(np.log(ts_data[:, 0]))
    likeness = autocorrelations(changes, LONGEST_CYCLE)
    return {
        "axes_of_plot": axes,
        "kind_of_plot": kind_of_plot(inp0, "Date", "Close"),
        "leftmost_before": before.iloc[0],
        "index_of_latest": int(inp0.index[-1]),
        "leftmost_after": after.iloc[0],
        "rightmost_after": after.iloc[-1],
        "index_after": [int(inp0.index[0]), int(inp0.index[-1])],
        "ts_data": ts_data,
        "type_of_ts_data": type(ts_data).__name__,
        "first_and_last": ts_data[[0, -1], 0],
        "rise_to_the_peak": float(ts_data.max() / ts_data[0, 0]),
        "fall_after_the_peak": float(ts_data[ts_data.argmax() :].min() / ts_data.max()),
        "largest_autocorrelation": float(np.abs(likeness).max()),
    }


def _drawn(frame: pd.DataFrame, *arguments: str) -> dict[str, str]:
    return cast("dict[str, str]", frame.plot(*arguments, backend=axes_only.__name__))
