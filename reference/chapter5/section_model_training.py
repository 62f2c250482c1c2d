"""Model Training and Performance Evaluation: the recurrent network of Exercise 5.03, trained."""

import contextlib
import io
import math
from dataclasses import replace

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, printed_logs
from reference.chapter5.forecasts import (
    HELD_OUT,
    SEEDS,
    correlation_of_changes,
    latest_last,
    predict,
    rmse,
    rmse_of_previous_day,
    train,
    trials,
    trials_on,
)
from reference.chapter5.section_preparing_the_data import LOOK_BACK, Prices, prepare
from reference.sessions import written_by
from reference.stages import stage

MANY_EPOCHS = 12
SEEDS_TURNED = 20
STYLE_OF_PREDICTIONS = "--"  # plot_pred's last argument
LINE_STYLES = {"-": "solid", "--": "dashed", "-.": "dash_dot", ":": "dotted"}  # Matplotlib's


def predicted_prices(model: keras.Model, prices: Prices) -> np.ndarray:
    """What ``plot_pred`` plots: shape of ``ts_data``, NaN where nothing is predicted."""
    predictions = prices.scaler.inverse_transform(predict(model, prices.test_features))
    first = len(prices.train_features) + LOOK_BACK
    pred_test_plot = np.full_like(prices.ts_data, np.nan)
    pred_test_plot[first:] = predictions[LOOK_BACK:]
    return pred_test_plot


def get_model_perf(model: keras.Model, prices: Prices) -> None:
    """The listing's function: prints the errors on both sets."""
    score_train = model.evaluate(prices.train_features, prices.train_targets, verbose=0)
    print(f"Train RMSE: {math.sqrt(score_train):.2f} RMSE")
    score_test = model.evaluate(prices.test_features, prices.test_targets, verbose=0)
    print(f"Test RMSE: {math.sqrt(score_test):.2f} RMSE")


def run() -> dict[str, object]:
    return {
        "style_of_predictions": LINE_STYLES[STYLE_OF_PREDICTIONS],
        "epochs_of_log": len(printed_logs.RECURRENT.seconds),
        "share_held_out_in_log": printed_logs.RECURRENT.share_held_out,
    }


@stage(needs=("aapl",))
def data(seed: int = 0) -> dict[str, object]:
    prices = prepare("aapl")
    model, printed = train(exercise_5_03.CORE, prices, seed)
    score_test = model.evaluate(prices.test_features, prices.test_targets, verbose=0)
    plotted = predicted_prices(model, prices)
    with contextlib.redirect_stdout(io.StringIO()) as screen:
        performance = attempt(lambda: get_model_perf(model, prices))
    names = {"train_recs": len(prices.train_features), "look_back": LOOK_BACK}
    return {
        **printed,
        "get_model_perf": performance,
        "printed_performance": screen.getvalue(),
        "root_of_evaluate_less_rmse": abs(
            math.sqrt(score_test) - rmse(model, prices.test_features, prices.test_targets)
        ),
        "outcomes": np.concatenate([prices.train_targets, prices.test_targets]),
        "range_of_outcomes": np.array([prices.test_targets.min(), prices.train_targets.max()]),
        "bound_of_plot_pred": attempt(lambda: eval("train_rec + look_back", names)),
        "scaled_back_less_prices": float(
            abs(
                prices.scaler.inverse_transform(prices.test_targets)
                - prices.ts_data[len(prices.train_features) :]
            ).max()
        ),
        "misplacement": _misplacement(plotted, model, prices),
        "days_of_the_zoom_predicted": int(np.isfinite(plotted[2400:2501]).sum()),
        "fit_of_ten_day_averages": _fit_of_levels(
            prices.test_features[LOOK_BACK:].mean(axis=1), prices.test_targets[LOOK_BACK:, 0]
        ),
        "rmse_train_of_previous_day": rmse_of_previous_day(
            prices.train_features, prices.train_targets
        ),
        "rmse_test_of_previous_day": rmse_of_previous_day(
            prices.test_features, prices.test_targets
        ),
    }


@stage(tier="train", needs=("aapl",))
def over_seeds() -> dict[str, object]:
    """The same training from many starts, its log as Keras writes it, and longer trainings."""
    prices = prepare("aapl")
    happened = prices.test_targets[LOOK_BACK:]
    found = trials(exercise_5_03.CORE, "aapl", SEEDS)
    turned = trials_on(latest_last(prices), exercise_5_03.CORE, SEEDS_TURNED)
    longer = trials(replace(exercise_5_03.CORE, epochs=MANY_EPOCHS), "aapl", 10)
    previous_day = rmse_of_previous_day(prices.test_features, prices.test_targets)
    return {
        "fit_log": _log_of_an_epoch(prices),
        "rmse_test_unpadded": found.rmse_test_unpadded,
        "rmse_test_of_previous_day": np.full(SEEDS, previous_day),
        "log_rmse_test_latest_first": np.log(found.rmse_test_unpadded[:SEEDS_TURNED]),
        "log_rmse_test_latest_last": np.log(turned.rmse_test_unpadded),
        "fit_of_levels": float(
            np.median([_fit_of_levels(row, happened[:, 0]) for row in found.predictions])
        ),
        "correlation_of_changes": correlation_of_changes(found.predictions, happened, 0),
        "correlation_one_day_late": correlation_of_changes(found.predictions, happened, 1),
        "share_of_seeds_best_at_three": float(np.mean(longer.val_loss.argmin(axis=1) + 1 == 3)),
    }


def _misplacement(plotted: np.ndarray, model: keras.Model, prices: Prices) -> float:
    """How far, in scaled prices, what is plotted at a day is from the prediction of that day.

    The prediction is made anew, of the ten prices before the day's own place in the series.
    """
    scaled = prices.scaler.transform(prices.ts_data)[:, 0]
    days = np.flatnonzero(np.isfinite(plotted[:, 0]))
    before = scaled[days[:, np.newaxis] - np.arange(1, LOOK_BACK + 1)]
    return float(abs(prices.scaler.transform(plotted[days]) - predict(model, before)).max())


def _fit_of_levels(predictions: np.ndarray, happened: np.ndarray) -> float:
    """Share of the prices' variance that the predictions explain."""
    return float(1 - np.mean((predictions - happened) ** 2) / happened.var())


def _log_of_an_epoch(prices: Prices) -> str:
    """What ``fit`` prints of one epoch, called as in the listing."""
    return written_by(
        lambda: exercise_5_03.build().fit(
            prices.train_features,
            prices.train_targets,
            epochs=1,
            batch_size=1,
            verbose=2,
            validation_split=HELD_OUT,
        )
    )
