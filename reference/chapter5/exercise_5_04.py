"""Exercise 5.04: a network of one convolution over ten days."""

import re
from collections.abc import Mapping

import keras
import numpy as np
from keras.layers import Activation, Conv1D, Dense, Flatten, MaxPooling1D, Reshape

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, printed_logs
from reference.chapter5.forecasts import (
    SEEDS,
    epoch_seconds,
    forecaster,
    forecasting,
    predict,
    train,
    trials,
)
from reference.chapter5.section_preparing_the_data import LOOK_BACK, prepare
from reference.stages import stage
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 5
# The cells that draw the figures, in their order; a magic holds for those that follow.
CELLS = {
    "5.28": "%matplotlib inline\nplt.figure(figsize=[10,5])\nplot_pred(model)",
    "5.29": "%matplotlib notebook\nplot_pred(model)",
    "5.33": "%matplotlib inline\nplt.figure(figsize=[10,5])\nplot_pred(model_conv)",
}


def build() -> keras.Model:
    """Five filters over five days each, then the largest of five neighbouring features."""
    return forecaster(Conv1D(5, 5, activation="relu"), MaxPooling1D(5), Flatten())


CORE = forecasting("5.04", build, EPOCHS)


def listing() -> keras.Model:
    """The calls of steps 2 to 8 as the book makes them."""
    model_conv = keras.Sequential()
    model_conv.add(Reshape((LOOK_BACK, 1), input_shape=(LOOK_BACK,)))
    model_conv.add(Conv1D(5, 5, activation="relu"))
    model_conv.add(MaxPooling1D(5))
    model_conv.add(Flatten())
    model_conv.add(Dense(1))
    model_conv.add(Activation("linear"))
    model_conv.compile(loss="mean_squared_error", optimizer="adam")
    return model_conv


def backends(cells: Mapping[str, str]) -> dict[str, str]:
    """How each figure is drawn: inline as a whole, or in the notebook, to be zoomed in."""
    found: dict[str, str] = {}
    backend = ""
    for figure, cell in cells.items():
        magic = re.search(r"^%matplotlib (\w+)", cell, re.MULTILINE)
        backend = magic[1] if magic else backend
        found[figure] = backend
    return found


def days_behind(model: keras.Model) -> list[int]:
    """How many days before the predicted one those are that the prediction changes with."""
    days = np.random.default_rng(0).normal(size=(100, LOOK_BACK))
    still = predict(model, days)
    changes = [abs(predict(model, days + moved) - still).max() for moved in np.eye(LOOK_BACK)]
    return [before for before, change in enumerate(changes, start=1) if change > 1e-6]


def run() -> dict[str, object]:
    """The second model of the notebook: its layers are counted after those of Exercise 5.03."""
    recurrent = exercise_5_03.build()
    model_conv = build()
    convolution, pooling = model_conv.layers[1:3]
    views = backends(CELLS)
    return {
        "listing": attempt(listing),
        "layers": layer_table(model_conv),
        **parameter_counts(model_conv),
        "filters": convolution.filters,
        "filter_size": convolution.kernel_size[0],
        "activation": convolution.activation.__name__,
        "activation_of_output": model_conv.layers[-1].activation.__name__,
        "pool_size": pooling.pool_size[0],
        "output_of_convolution": list(convolution.output.shape[1:]),
        "look_back": LOOK_BACK,
        "days_behind_the_prediction": len(days_behind(model_conv)),
        "epochs_of_log": len(printed_logs.CONVOLUTION.seconds),
        "seconds_of_log": sum(printed_logs.CONVOLUTION.seconds),
        "recurrent_seconds_of_log": sum(printed_logs.RECURRENT.seconds),
        "figures_with_the_view_of_5_33": [
            figure for figure in views if figure != "5.33" and views[figure] == views["5.33"]
        ],
        "recurrent_total_params": recurrent.count_params(),
        **compilation(model_conv),
    }


@stage(needs=("aapl",))
def data(seed: int = 0) -> dict[str, object]:
    return train(CORE, prepare("aapl"), seed)[1]


@stage(tier="train", needs=("aapl",))
def over_seeds() -> dict[str, object]:
    """The convolution against the recurrent network, from the same random starts."""
    prices = prepare("aapl")
    convolution = trials(CORE, "aapl", SEEDS)
    recurrent = trials(exercise_5_03.CORE, "aapl", SEEDS)
    happened = prices.test_targets[LOOK_BACK:, 0]
    seconds = epoch_seconds({"recurrent": exercise_5_03.build, "convolution": build}, prices)
    return {
        "log_rmse_train": np.log(convolution.rmse_train),
        "log_rmse_test": np.log(convolution.rmse_test),
        "log_rmse_train_recurrent": np.log(recurrent.rmse_train),
        "log_rmse_test_recurrent": np.log(recurrent.rmse_test),
        "times_the_recurrent_rmse": float(
            np.median(convolution.rmse_test) / np.median(recurrent.rmse_test)
        ),
        "share_of_the_prices_movement": _share(convolution.predictions, happened),
        "share_of_the_prices_movement_recurrent": _share(recurrent.predictions, happened),
        "recurrent_epoch_over_convolution_epoch": seconds["recurrent"] / seconds["convolution"],
    }


def _share(predictions: np.ndarray, happened: np.ndarray) -> float:
    """How large the predictions' daily changes are, as a share of the prices'; the median seed's.

    ``predictions`` has shape (seeds, days), ``happened`` (days,).
    """
    moved = np.abs(np.diff(predictions)).mean(axis=1)
    return float(np.median(moved) / np.abs(np.diff(happened)).mean())
