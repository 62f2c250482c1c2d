"""Exercise 6.04: an LSTM that reads both ways."""

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter6.experiments import over_seeds, results, seconds_a_step
from reference.chapter6.prints import (
    TEST_ACCURACIES,
    epochs_in_log,
    log_distance,
    printed_accuracies,
    shares_in_log,
    times_as_long,
)
from reference.chapter6.sentiment import CORES, UNITS, architecture, build
from reference.logs import nearest_share
from reference.stages import stage

CORE = CORES["model_bilstm"]


def run() -> dict[str, object]:
    shown = architecture("model_bilstm")
    wrapped = shown["layers"][2]["params"]
    rnn, lstm = build("model_rnn"), build("model_lstm")
    return {
        **shown,
        "import_bidirectional": attempt(
            lambda: exec("from tensorflow.keras.layers import Bidirectional")
        ),
        "bidirectional_gru": attempt(
            lambda: keras.layers.Bidirectional(keras.layers.GRU(UNITS))(keras.Input((None, UNITS)))
        ),
        "bidirectional_parameters": wrapped,
        "times_the_lstm": wrapped / lstm.layers[2].count_params(),
        "times_the_plain_rnn": wrapped / rnn.layers[2].count_params(),
        "times_the_models": [shown["total_params"] / other.count_params() for other in (lstm, rnn)],
        "val_accuracies_in_log": shares_in_log("bilstm"),
        "epochs_in_log": epochs_in_log("bilstm"),
        "times_as_long_in_log": times_as_long("bilstm", "lstm"),
        "times_as_long_as_plain_rnn_in_log": times_as_long("bilstm", "rnn"),
        "log_distance_to_lstm": log_distance("bilstm", "lstm"),
        "log_distance_to_plain_rnn": log_distance("bilstm", "rnn"),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACIES["bilstm"], 25_000),
        **printed_accuracies("bilstm", "lstm"),
        "percent": 100 * TEST_ACCURACIES["bilstm"],
    }


@stage(tier="train")
def seconds() -> dict[str, object]:
    measured = seconds_a_step("model_rnn", "model_lstm", "model_bilstm")
    bilstm, rnn = measured["seconds_bilstm"], measured["seconds_rnn"]
    return {**measured, "times_as_long_as_plain_rnn": float(np.median(bilstm) / np.median(rnn))}


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, float]:
    return results("model_bilstm", seed, epochs, 1, CORE.epochs)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, np.ndarray]:
    return over_seeds("model_rnn", "model_lstm", "model_bilstm")
