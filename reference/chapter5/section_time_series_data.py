"""Time Series Data, Stock Price Prediction: what the two files of prices hold."""

import numpy as np
import pandas as pd
from pandas.tseries.holiday import (
    AbstractHolidayCalendar,
    GoodFriday,
    Holiday,
    USLaborDay,
    USMartinLutherKingJr,
    USMemorialDay,
    USPresidentsDay,
    USThanksgivingDay,
    nearest_workday,
    sunday_to_monday,
)

from reference import datasets
from reference.chapter5.prices import DATE
from reference.stages import stage

PRICES = ["Close", " Open", " High", " Low"]
MAGIC = "%matplotlib inline"
NOTEBOOKS = {  # into which one the text has the code written, where it says so
    "S5.time-series-data": "new",
    "5.02": "new",
    "S5.preparing-the-data": "same",
    "5.04": "same",
    "5.05": "same",
}

# When the New York Stock Exchange was closed from 2010 to 2020: each year, ...
HOLIDAYS = AbstractHolidayCalendar(
    rules=[
        Holiday("New Year's Day", month=1, day=1, observance=sunday_to_monday),
        USMartinLutherKingJr,
        USPresidentsDay,
        GoodFriday,
        USMemorialDay,
        Holiday("Independence Day", month=7, day=4, observance=nearest_workday),
        USLaborDay,
        USThanksgivingDay,
        Holiday("Christmas", month=12, day=25, observance=nearest_workday),
    ]
)
# ... for Hurricane Sandy, and in mourning for George H. W. Bush.
ALSO_CLOSED = ["2012-10-29", "2012-10-30", "2018-12-05"]


def trading_days(first: pd.Timestamp, last: pd.Timestamp) -> pd.DatetimeIndex:
    """The days on which the New York Stock Exchange was open."""
    closed = [*HOLIDAYS.holidays(first, last), *pd.to_datetime(ALSO_CLOSED)]
    return pd.date_range(first, last, freq=pd.offsets.CustomBusinessDay(holidays=closed))


def run() -> dict[str, object]:
    """IPython's line magics begin with one percent sign, its cell magics with two."""
    return {
        "kind_of_magic": "cell" if MAGIC.startswith("%%") else "line",
        "notebooks_begun": list(NOTEBOOKS.values()).count("new"),
    }


@stage(needs=("aapl",))
def data() -> dict[str, object]:
    inp0 = datasets.load("aapl")
    dates = pd.to_datetime(inp0["Date"], format=DATE)
    records = dates.value_counts().reindex(trading_days(dates.min(), dates.max()), fill_value=0)
    low, high = inp0[PRICES].min(axis=1), inp0[PRICES].max(axis=1)
    return {
        "head": inp0.head().to_numpy().tolist(),
        "head_index": list(inp0.head().index),
        "tail": inp0.tail().to_numpy().tolist(),
        "tail_index": list(inp0.tail().index),
        "columns": list(inp0.columns),
        "record_of_the_most_recent_date": int(dates.argmax()),
        "most_recent_date": str(dates.max().date()),
        "earliest_date": str(dates.min().date()),
        "trading_days": len(records),
        "trading_days_without_one_record": int((records != 1).sum()),
        "days_with_a_price_above_high": int((high > inp0[" High"]).sum()),
        "days_with_a_price_below_low": int((low < inp0[" Low"]).sum()),
        "missing_values": int(inp0.isna().to_numpy().sum()),
    }


@stage(needs=("aapl", "ibm"))
def against_ibm() -> dict[str, object]:
    """On how many days every price and the volume are those of IBM's shares, and beyond them."""
    apple, ibm = (datasets.load(name).set_index("Date") for name in ("aapl", "ibm"))
    same = (apple == ibm.loc[apple.index, apple.columns]).all(axis=1)
    return {
        "days_as_ibm": int(np.sum(same)),
        "days": len(apple),
        "most_recent_date_of_ibm": str(pd.to_datetime(ibm.index, format=DATE).max().date()),
    }
