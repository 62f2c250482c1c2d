"""Exercise 5.04: a network of one convolution over ten days."""

import keras
import numpy as np
from keras.layers import Activation, Conv1D, Dense, Flatten, MaxPooling1D, Reshape

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03
from reference.chapter5.forecasts import (
    SEEDS,
    epoch_seconds,
    forecaster,
    forecasting,
    train,
    trials,
)
from reference.chapter5.section_preparing_the_data import LOOK_BACK, prepare
from reference.stages import stage
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 5


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


def run() -> dict[str, object]:
    """The second model of the notebook: its layers are counted after those of Exercise 5.03."""
    recurrent = exercise_5_03.build()
    model_conv = build()
    convolution, pooling = model_conv.layers[1:3]
    return {
        "listing": attempt(listing),
        "layers": layer_table(model_conv),
        **parameter_counts(model_conv),
        "filters": convolution.filters,
        "filter_size": convolution.kernel_size[0],
        "activation": convolution.activation.__name__,
        "pool_size": pooling.pool_size[0],
        "output_of_convolution": list(convolution.output.shape[1:]),
        "look_back": LOOK_BACK,
        "recurrent_total_params": recurrent.count_params(),
        **compilation(model_conv),
    }


@stage(needs=("aapl",))
def data(seed: int = 0) -> dict[str, object]:
    prices = prepare("aapl")
    days = np.arange(len(prices.ts_data))
    views = {"5.28": days, "5.29": np.arange(2400, 2501), "5.33": days}
    return {
        **train(CORE, prices, seed)[1],
        "figures_with_the_view_of_5_33": [
            figure
            for figure, view in views.items()
            if figure != "5.33" and np.array_equal(view, views["5.33"])
        ],
        "days_of_the_zoom": len(days[-100:]),
    }


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
