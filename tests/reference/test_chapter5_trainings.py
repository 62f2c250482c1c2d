"""Chapter 5 trains on a short file of prices from end to end, and refuses a bad one."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.lines import lineStyles

from harness.bench.workloads.contests.windows import shift_by_pandas
from reference.chapter5 import (
    activity_5_01,
    exercise_5_03,
    exercise_5_04,
    exercise_5_05,
)
from reference.chapter5.forecasts import (
    correlation_of_changes,
    rmse_of_previous_day,
    split,
    train,
    trials_on,
    unpadded,
)
from reference.chapter5.prices import closing_prices
from reference.chapter5.section_model_training import LINE_STYLES
from reference.chapter5.section_preparing_the_data import Prices, get_lookback, prepared
from reference.chapter5.section_time_series_data import trading_days
from reference.cores import Core

DAYS, LOOK_BACK = 60, 10
RESULTS = {
    "train_samples",
    "val_samples",
    "loss_epoch_1",
    "loss_epoch_2",
    "val_loss_epoch_1",
    "val_loss_epoch_2",
    "rmse_train",
    "rmse_test",
}


def file_of_prices(days: int = DAYS) -> pd.DataFrame:
    """Trading days, the latest first, with prices that rise and fall."""
    dates = pd.bdate_range("2020-01-06", periods=days)[::-1]
    close = 100 + 10 * np.sin(np.arange(days) / 5)[::-1]
    return pd.DataFrame({"Date": dates.strftime("%m/%d/%Y"), "Close": close})


def short_series() -> Prices:
    return prepared(closing_prices(file_of_prices(), "prices.csv"), "prices.csv", LOOK_BACK)


@pytest.mark.parametrize(
    "core",
    [exercise_5_03.CORE, exercise_5_04.CORE, exercise_5_05.CORE, activity_5_01.CORE],
)
def test_each_model_of_the_chapter_learns_from_a_file_of_prices(core: Core) -> None:
    _, found = train(replace(core, epochs=2), short_series(), seed=0)
    assert found.keys() == RESULTS
    assert np.isfinite(list(found.values())).all()
    assert (found["train_samples"], found["val_samples"]) == (40, 5)


def test_the_trials_of_some_seeds_are_their_trainings() -> None:
    prices = short_series()
    core = replace(exercise_5_04.CORE, epochs=2)
    found = trials_on(prices, core, seeds=2)
    assert found.predictions.shape == (2, len(prices.test_targets) - LOOK_BACK)
    assert found.val_loss.shape == (2, 2)
    for seed in range(2):
        _, alone = train(core, prices, seed)
        assert found.rmse_test[seed] == pytest.approx(alone["rmse_test"], rel=1e-5)
        errors = found.predictions[seed] - prices.test_targets[LOOK_BACK:, 0]
        assert found.rmse_test_unpadded[seed] == pytest.approx(np.sqrt(np.mean(errors**2)))
        assert found.val_loss[seed, -1] == pytest.approx(alone["val_loss_epoch_2"], rel=1e-5)


def test_the_validation_rows_are_the_last_tenth_as_keras_takes_them() -> None:
    prices = short_series()
    (features, _), validation = split(prices)
    rows = np.concatenate([features, validation.features])
    np.testing.assert_array_equal(rows, prices.train_features)
    assert len(validation.features) == 5


def test_the_look_back_is_that_of_the_listing() -> None:
    series = np.random.default_rng(0).random((30, 1))
    features, targets = get_lookback(series, LOOK_BACK)
    np.testing.assert_array_equal(features, shift_by_pandas(series, LOOK_BACK))
    np.testing.assert_array_equal(targets, series)


def test_a_forecast_that_repeats_the_last_price_is_one_day_late() -> None:
    happened = np.random.default_rng(0).normal(size=(500, 1)).cumsum(axis=0)
    repeated = np.concatenate([[0], happened[:-1, 0]])[np.newaxis]
    assert correlation_of_changes(repeated, happened, days_late=1) > 0.99
    assert abs(correlation_of_changes(repeated, happened, days_late=0)) < 0.2
    features, targets = get_lookback(happened, LOOK_BACK)
    expected = np.sqrt(np.mean((repeated[0] - happened[:, 0])[LOOK_BACK:] ** 2))
    assert rmse_of_previous_day(features, targets) == pytest.approx(expected)


def test_the_zeros_before_a_series_are_in_no_error_of_the_previous_day() -> None:
    level = np.full((30, 1), 100.0)
    features, targets = unpadded(*get_lookback(level, LOOK_BACK))
    assert len(targets) == 20
    assert (features == 100).all()
    assert rmse_of_previous_day(*get_lookback(level, LOOK_BACK)) == 0


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2012-10-26", "2012-10-31", ["2012-10-26", "2012-10-31"]),  # a hurricane
        ("2010-12-31", "2011-01-03", ["2010-12-31", "2011-01-03"]),  # New Year's Day, a Saturday
        ("2015-07-02", "2015-07-06", ["2015-07-02", "2015-07-06"]),  # the Fourth, a Saturday
        ("2019-04-18", "2019-04-22", ["2019-04-18", "2019-04-22"]),  # Good Friday
    ],
)
def test_the_exchange_is_closed_on_its_holidays(first: str, last: str, days: list[str]) -> None:
    found = trading_days(pd.Timestamp(first), pd.Timestamp(last))
    assert [str(day.date()) for day in found] == days


def test_line_styles_are_called_as_matplotlib_draws_them() -> None:
    drawn = {style: lineStyles[style] for style in LINE_STYLES}
    assert drawn == {style: f"_draw_{name}" for style, name in LINE_STYLES.items()}


def _without_close(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.rename(columns={"Close": "Price"})


def _with_a_word_for_a_price(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(Close=frame["Close"].astype(object).where(frame.index != 3, "closed"))


def _with_a_date_of_another_kind(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(Date=frame["Date"].where(frame.index != 2, "2020-03-25"))


def _without_a_price(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(Close=frame["Close"].where(frame.index != 4))


def _earliest_first(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[::-1].reset_index(drop=True)


def _with_a_day_twice(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame[:6], frame[5:]], ignore_index=True)


def _with_a_gap(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(index=range(10, 20))


@pytest.mark.parametrize(
    ("spoilt", "problem"),
    [
        (_without_close, r"prices.csv has no column Close but Date, Price: give .* its name"),
        (_with_a_word_for_a_price, r"prices.csv, record 3: closed is no Close: correct"),
        (_with_a_date_of_another_kind, r"prices.csv, record 2: 2020-03-25 is no Date: correct"),
        (_without_a_price, r"prices.csv, record 4: nan is no Close: correct"),
        (_earliest_first, r"prices.csv, record 1: 01/07/2020 is not before .* the latest first"),
        (_with_a_day_twice, r"prices.csv, record 6: .* is not before the date above .* each once"),
        (_with_a_gap, r"prices.csv, record 10: there is no price from .* to .*: add the missing"),
    ],
)
def test_a_file_that_is_no_daily_series_is_told_in_one_line(
    spoilt: Callable[[pd.DataFrame], pd.DataFrame], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem) as caught:
        closing_prices(spoilt(file_of_prices()), "prices.csv")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("days", [1, 11, 40])
def test_a_series_too_short_for_its_look_back_is_told_in_one_line(days: int) -> None:
    ts_data = closing_prices(file_of_prices(days), "prices.csv")
    with pytest.raises(ValueError, match=f"prices.csv holds {days} days.* more than 40 days"):
        prepared(ts_data, "prices.csv", LOOK_BACK)


def test_a_series_of_one_day_more_than_the_least_can_be_learned_from() -> None:
    prices = prepared(closing_prices(file_of_prices(41), "prices.csv"), "prices.csv", LOOK_BACK)
    assert len(prices.test_targets) == LOOK_BACK + 1
