"""Exercise 6.05: two LSTMs, one on top of the other."""

import inspect

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter6.experiments import over_seeds, results
from reference.chapter6.prints import (
    TEST_ACCURACIES,
    epochs_in_log,
    log_distance,
    log_seconds,
    printed_accuracies,
    shares_in_log,
)
from reference.chapter6.sentiment import CORES, UNITS, architecture, build
from reference.logs import nearest_share
from reference.stages import stage

CORE = CORES["model_stack"]
OTHERS = ("rnn", "lstm", "gru", "bilstm")


def stacked(*, return_sequences: bool) -> None:
    """Build two LSTM layers, of which the first returns sequences or does not."""
    inputs = keras.Input((None, UNITS))
    keras.layers.LSTM(UNITS)(keras.layers.LSTM(UNITS, return_sequences=return_sequences)(inputs))


def run() -> dict[str, object]:
    shown = architecture("model_stack")
    bilstm = build("model_bilstm")
    return {
        **shown,
        "with_sequences": attempt(lambda: stacked(return_sequences=True)),
        "without_sequences": attempt(lambda: stacked(return_sequences=False)),
        "return_sequences_default": inspect.signature(keras.layers.LSTM)
        .parameters["return_sequences"]
        .default,
        "recurrent_parameters": [row["params"] for row in shown["layers"][2:4]],
        "spatial_dropout_rate": shown["dropout_rates"][0],
        "dropout_rate": shown["dropout_rates"][-1],
        "dropout_rate_of_lstm": build("model_lstm").layers[3].rate,
        "parameters_less_bidirectional_model": shown["total_params"] - bilstm.count_params(),
        "epochs_in_log": epochs_in_log("stack"),
        **log_seconds("stack", "bilstm"),
        "nearest_in_log": min(OTHERS, key=lambda other: log_distance("stack", other)),
        "val_accuracies_in_log": shares_in_log("stack"),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACIES["stack"], 25_000),
        **printed_accuracies("stack", "lstm"),
        "percent": 100 * TEST_ACCURACIES["stack"],
    }


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, float]:
    return results("model_stack", seed, epochs, 1, CORE.epochs)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, object]:
    found = over_seeds("model_lstm", "model_bilstm", "model_stack")
    gap = np.mean(found["test_accuracies_stack"]) - np.mean(found["test_accuracies_bilstm"])
    return {**found, "distance_to_bidirectional": float(abs(gap))}
