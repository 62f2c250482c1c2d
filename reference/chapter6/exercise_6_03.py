"""Exercise 6.03: a GRU, lighter than an LSTM."""

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter6.experiments import over_seeds, results, seconds_a_step
from reference.chapter6.prints import (
    TEST_ACCURACIES,
    best_epoch,
    epochs_in_log,
    last_val_accuracies,
    log_distance,
    log_seconds,
    printed_accuracies,
    shares_in_log,
    times_as_long,
)
from reference.chapter6.sentiment import CORES, UNITS, architecture, build
from reference.logs import nearest_share
from reference.stages import stage

CORE = CORES["model_gru"]


def dimensions_of_biases() -> dict[str, int]:
    """Dimensions of the biases of recurrent layers: one vector of all blocks, or two."""
    layers = {
        "SimpleRNN": keras.layers.SimpleRNN(UNITS),
        "LSTM": keras.layers.LSTM(UNITS),
        "GRU": keras.layers.GRU(UNITS, reset_after=False),
        "GRU by default": keras.layers.GRU(UNITS),
    }
    for layer in layers.values():
        layer.build((None, None, UNITS))
    return {name: layer.get_weights()[2].ndim for name, layer in layers.items()}


def run() -> dict[str, object]:
    shown = architecture("model_gru")
    gru = shown["layers"][2]["params"]
    plain, lstm = build("model_rnn"), build("model_lstm")
    return {
        **shown,
        "import_gru": attempt(lambda: exec("from tensorflow.keras.layers import GRU")),
        "gru_in_place_of_lstm": attempt(
            lambda: keras.layers.GRU(UNITS)(keras.Input((None, UNITS)))
        ),
        "dimensions_of_biases": dimensions_of_biases(),
        "gru_parameters": gru,
        "times_the_plain_rnn": gru / plain.layers[2].count_params(),
        "times_the_lstm": gru / lstm.layers[2].count_params(),
        "total_of_lstm": lstm.count_params(),
        "val_accuracies_in_log": shares_in_log("gru"),
        "epochs_in_log": epochs_in_log("gru"),
        "best_epoch_in_log": best_epoch("gru"),
        "times_as_long_in_log": times_as_long("gru", "rnn"),
        "times_as_long_as_lstm_in_log": times_as_long("gru", "lstm"),
        **log_seconds("gru", "lstm"),
        **last_val_accuracies("gru", "rnn"),
        "log_distance_to_lstm": log_distance("gru", "lstm"),
        "log_distance_to_plain_rnn": log_distance("gru", "rnn"),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACIES["gru"], 25_000),
        **printed_accuracies("gru", "rnn"),
        "percent": 100 * TEST_ACCURACIES["gru"],
    }


@stage(tier="train")
def seconds() -> dict[str, np.ndarray]:
    return seconds_a_step("model_rnn", "model_gru")


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, float]:
    return results("model_gru", seed, epochs, 1, CORE.epochs)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, object]:
    found = over_seeds("model_rnn", "model_lstm", "model_gru")
    gap = np.mean(found["test_accuracies_gru"]) - np.mean(found["test_accuracies_lstm"])
    return {**found, "distance_to_lstm": float(abs(gap))}
