"""A file of daily prices as the series that the chapter predicts, or one line saying why not."""

import numpy as np
import pandas as pd

from reference import datasets

DATE = "%m/%d/%Y"
LONGEST_BREAK = pd.Timedelta(days=7)  # the exchange closed for as long in September 2001


def stock(dataset: str) -> np.ndarray:
    """Closing prices of a data set, oldest first, as one column (days, 1)."""
    return closing_prices(datasets.load(dataset), file_of(dataset))


def file_of(dataset: str) -> str:
    return datasets.registry()[dataset].cached


def closing_prices(frame: pd.DataFrame, file: str) -> np.ndarray:
    """Exercise 5.01: the closing prices, oldest first, of a file that begins with the latest.

    Shape (days, 1). ``ValueError`` where ``file``, read as ``frame``, holds no such series.
    """
    _require_columns(frame, file)
    dates = pd.to_datetime(frame["Date"], format=DATE, errors="coerce")
    for read in (dates, pd.to_numeric(frame["Close"], errors="coerce")):
        _require_values(read, frame, file)
    _require_daily(dates, frame, file)
    inp0 = frame.sort_index(ascending=False)
    return inp0.Close.to_numpy().reshape(-1, 1)


def _require_columns(frame: pd.DataFrame, file: str) -> None:
    for name in ("Date", "Close"):
        if name not in frame:
            others = ", ".join(map(str, frame))
            raise ValueError(
                f"{file} has no column {name} but {others}: give the right one its name"
            )


def _require_values(values: pd.Series, frame: pd.DataFrame, file: str) -> None:
    """What was read of a column is there in each of its rows."""
    if values.isna().any():
        row = int(values.isna().to_numpy().argmax())
        raise ValueError(
            f"{file}, record {row}: {frame[values.name].iloc[row]} is no {values.name}: "
            "correct the record or delete it"
        )


def _require_daily(dates: pd.Series, frame: pd.DataFrame, file: str) -> None:
    """Each date is before the one above it, by no more than the exchange is ever closed."""
    steps = -dates.diff()
    backwards, gaps = (steps <= pd.Timedelta(0)).to_numpy(), (steps > LONGEST_BREAK).to_numpy()
    if backwards.any():
        row = int(backwards.argmax())
        raise ValueError(
            f"{file}, record {row}: {frame['Date'].iloc[row]} is not before the date above it: "
            "sort the records by date, the latest first, each once"
        )
    if gaps.any():
        row = int(gaps.argmax())
        raise ValueError(
            f"{file}, record {row}: there is no price from {frame['Date'].iloc[row]} to "
            f"{frame['Date'].iloc[row - 1]}: add the missing days, or delete those before"
        )
