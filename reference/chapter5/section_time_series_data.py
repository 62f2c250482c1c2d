"""Time Series Data, Stock Price Prediction: what the two files of prices hold."""

import numpy as np
import pandas as pd

from reference import datasets
from reference.stages import stage

PRICES = ["Close", " Open", " High", " Low"]


@stage(needs=("aapl",))
def data() -> dict[str, object]:
    inp0 = datasets.load("aapl")
    dates = pd.to_datetime(inp0["Date"], format="%m/%d/%Y")
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
        "dates_given_twice": int(dates.duplicated().sum()),
        "days_with_a_price_above_high": int((high > inp0[" High"]).sum()),
        "days_with_a_price_below_low": int((low < inp0[" Low"]).sum()),
        "missing_values": int(inp0.isna().to_numpy().sum()),
    }


@stage(needs=("aapl", "ibm"))
def against_ibm() -> dict[str, object]:
    """On how many days every price and the volume are those of IBM's shares."""
    apple, ibm = (datasets.load(name).set_index("Date") for name in ("aapl", "ibm"))
    same = (apple == ibm.loc[apple.index, apple.columns]).all(axis=1)
    return {"days_as_ibm": int(np.sum(same)), "days": len(apple)}
