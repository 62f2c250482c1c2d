"""Preparing the Data for Stock Price Prediction: split by time, scale, look back ten days."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.preprocessing import MinMaxScaler

from reference.chapter5.prices import file_of, stock
from reference.stages import stage

LOOK_BACK = 10
TRAIN_SHARE = 0.75


class Prices(NamedTuple):
    """Closing prices, oldest first, and what the chapter's models are given of them.

    ``ts_data`` has shape (days, 1), in dollars; the targets are scaled and have shape (n, 1), their
    features (n, look_back), the previous day first.
    """

    ts_data: np.ndarray
    scaler: MinMaxScaler
    train_features: np.ndarray
    train_targets: np.ndarray
    test_features: np.ndarray
    test_targets: np.ndarray


def get_lookback(inp: np.ndarray, look_back: int) -> tuple[np.ndarray, np.ndarray]:
    """Features (n, look_back) and targets (n, 1) of a series (n, 1).

    Row ``i`` holds the values ``i - 1, i - 2, ..., i - look_back``; before the series there is 0.
    """
    padded = np.concatenate([np.zeros(look_back), inp.ravel()])
    windows = sliding_window_view(padded, look_back)[:-1, ::-1]
    return windows, inp


def prepare(dataset: str) -> Prices:
    """The chapter's preparation of a data set."""
    return prepared(stock(dataset), file_of(dataset))


def prepared(ts_data: np.ndarray, file: str, look_back: int = LOOK_BACK) -> Prices:
    """Closing prices (days, 1) of a file, split, scaled and with their look-back.

    ``ValueError`` where they are too few for a test day with a whole look-back before it.
    """
    train_recs = int(len(ts_data) * TRAIN_SHARE)
    if len(ts_data) - train_recs <= look_back:
        raise ValueError(
            f"{file} holds {len(ts_data)} days, the last {len(ts_data) - train_recs} to test on: "
            f"a look-back of {look_back} needs more than {4 * look_back} days, or make it shorter"
        )
    scaler = MinMaxScaler()
    train_scaled = scaler.fit_transform(ts_data[:train_recs])
    test_scaled = scaler.transform(ts_data[train_recs:])
    train, test = get_lookback(train_scaled, look_back), get_lookback(test_scaled, look_back)
    return Prices(ts_data, scaler, *train, *test)


def run() -> dict[str, object]:
    """The look-back of five numbers, where every value can be followed."""
    series = np.array([[11.0], [12.0], [13.0], [14.0], [15.0]])
    features, targets = get_lookback(series, look_back=2)
    wider = get_lookback(series, look_back=4)[0]
    return {
        "targets_of_five": targets,
        "features_of_last_of_five": features[-1],
        "values_added": [features.shape[1], wider.shape[1]],
    }


@stage(needs=("aapl",))
def data() -> dict[str, object]:
    prices = prepare("aapl")
    train_recs = len(prices.train_targets)
    numbered = np.arange(len(prices.ts_data), dtype=np.float64)[:, np.newaxis] + 1
    train_days, test_days = numbered[:train_recs], numbered[train_recs:]
    windows = get_lookback(train_days, LOOK_BACK)[0]
    fitted = np.array([prices.scaler.data_min_[0], prices.scaler.data_max_[0]])
    listed = [pd.DataFrame(prices.train_targets).shift(days) for days in range(1, LOOK_BACK + 1)]
    return {
        "train_recs": train_recs,
        "lengths": [len(prices.train_targets), len(prices.test_targets)],
        "train_share": train_recs / len(prices.ts_data),
        "last_train_day": int(train_days.max()),
        "first_test_day": int(test_days.min()),
        "train_scaled_range": _range(prices.train_targets),
        "highest_price_scaled": float(prices.scaler.transform([[prices.ts_data.max()]])[0, 0]),
        "fitted_beyond_train": float(abs(fitted - _range(prices.ts_data[:train_recs])).max()),
        "trainX": prices.train_features,
        "testX": prices.test_features,
        "trainX_less_listed": float(
            abs(prices.train_features - pd.concat(listed, axis=1).fillna(0).to_numpy()).max()
        ),
        "features_and_targets": [
            prices.ts_data.shape[1],
            prices.train_targets.shape[1],
        ],
        "steps": prices.train_features.shape[1],
        "days_back_at_each_step": (train_days - windows)[-1].astype(int),
        "examples_with_ten_past_days": [
            int((get_lookback(days, LOOK_BACK)[0] > 0).all(axis=1).sum())
            for days in (train_days, test_days)
        ],
    }


def _range(values: np.ndarray) -> np.ndarray:
    return np.array([values.min(), values.max()])
