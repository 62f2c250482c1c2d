"""Exercise 5.05: a convolution whose features go, as a sequence, into a recurrent layer."""

import keras
import numpy as np
from keras.layers import Activation, Conv1D, Dense, Reshape, SimpleRNN

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, exercise_5_04, printed_logs
from reference.chapter5.forecasts import (
    SEEDS,
    correlation_of_changes,
    epoch_seconds,
    forecaster,
    forecasting,
    rmse_of_previous_day,
    train,
    trials,
)
from reference.chapter5.section_preparing_the_data import LOOK_BACK, prepare
from reference.stages import stage
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 3
LONG = 1000


def build(look_back: int = LOOK_BACK) -> keras.Model:
    """Five filters over three days each, then 32 recurrent neurons."""
    layers = [Conv1D(5, 3, activation="relu"), SimpleRNN(32)]
    return forecaster(*layers, look_back=look_back)


CORE = forecasting("5.05", build, EPOCHS)


def listing() -> keras.Model:
    """The calls of steps 1 to 4 as the book makes them."""
    model_comb = keras.Sequential()
    model_comb.add(Reshape((LOOK_BACK, 1), input_shape=(LOOK_BACK,)))
    model_comb.add(Conv1D(5, 3, activation="relu"))
    model_comb.add(SimpleRNN(32))
    model_comb.add(Dense(1))
    model_comb.add(Activation("linear"))
    model_comb.compile(loss="mean_squared_error", optimizer="adam")
    return model_comb


def run() -> dict[str, object]:
    """The third model of the notebook, and both kinds of model for a long sequence."""
    recurrent, _, model_comb = exercise_5_03.build(), exercise_5_04.build(), build()
    table = layer_table(model_comb)
    convolution, recurrent_layer = model_comb.layers[1:3]
    return {
        "listing": attempt(listing),
        "layers": table,
        "layer_names": [row["name"] for row in table],
        **parameter_counts(model_comb),
        **compilation(model_comb),
        "output_of_convolution": list(convolution.output.shape[1:]),
        "activation_of_convolution": convolution.activation.__name__,
        "filters": convolution.filters,
        "filter_size": convolution.kernel_size[0],
        "neurons": recurrent_layer.units,
        "activation_of_output": model_comb.layers[-1].activation.__name__,
        "epochs_of_log": len(printed_logs.HYBRID.seconds),
        "recurrent_total_params": recurrent.count_params(),
        "times_the_recurrent_params": model_comb.count_params() / recurrent.count_params(),
        "long_total_params": build(LONG).count_params(),
        "long_recurrent_total_params": forecaster(SimpleRNN(32), look_back=LONG).count_params(),
    }


@stage(needs=("aapl",))
def data(seed: int = 0) -> dict[str, object]:
    return train(CORE, prepare("aapl"), seed)[1]


@stage(tier="train", needs=("aapl",))
def over_seeds() -> dict[str, object]:
    """The hybrid against its two parts and the price of the day before.

    Where it is not the printed errors that are compared, the rows that are padded with zeros are
    left out: there the padding makes the error.
    """
    prices = prepare("aapl")
    hybrid = trials(CORE, "aapl", SEEDS)
    recurrent = trials(exercise_5_03.CORE, "aapl", SEEDS)
    convolution = trials(exercise_5_04.CORE, "aapl", SEEDS)
    previous_day = rmse_of_previous_day(prices.test_features, prices.test_targets)
    seconds = epoch_seconds({"recurrent": exercise_5_03.build, "hybrid": build}, prices)
    return {
        "rmse_test_unpadded": hybrid.rmse_test_unpadded,
        "rmse_test_of_previous_day": np.full(SEEDS, previous_day),
        "log_rmse_train": np.log(hybrid.rmse_train),
        "log_rmse_train_convolution": np.log(convolution.rmse_train),
        "log_rmse_test": np.log(hybrid.rmse_test),
        "log_rmse_test_convolution": np.log(convolution.rmse_test),
        "gap_to_unseen_days": hybrid.rmse_test_unpadded - hybrid.rmse_train_unpadded,
        "gap_to_unseen_days_recurrent": (
            recurrent.rmse_test_unpadded - recurrent.rmse_train_unpadded
        ),
        "correlation_of_changes": correlation_of_changes(
            hybrid.predictions, prices.test_targets[LOOK_BACK:], days_late=0
        ),
        "correlation_one_day_late": correlation_of_changes(
            hybrid.predictions, prices.test_targets[LOOK_BACK:], days_late=1
        ),
        "hybrid_epoch_over_recurrent_epoch": seconds["hybrid"] / seconds["recurrent"],
    }
