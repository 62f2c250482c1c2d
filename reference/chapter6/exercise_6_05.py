"""Exercise 6.05: two LSTMs, one on top of the other."""

import inspect

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter6.experiments import nearest_share, over_seeds, results
from reference.chapter6.sentiment import CORES, UNITS, architecture, build
from reference.stages import stage

CORE = CORES["model_stack"]
SECONDS = {"bilstm": [69, 67, 67, 67], "stack": [76, 72, 72, 72]}  # an epoch, in the logs
VAL_ACCURACIES = [0.8552, 0.8702, 0.8666, 0.8826]
TEST_ACCURACY = 0.87572


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
        "dropout_rate": shown["dropout_rates"][-1],
        "dropout_rate_of_lstm": build("model_lstm").layers[3].rate,
        "parameters_less_bidirectional_model": shown["total_params"] - bilstm.count_params(),
        **{f"log_seconds_{name}": sum(seconds) for name, seconds in SECONDS.items()},
        "val_accuracies_in_log": np.array([nearest_share(a, 5_000) for a in VAL_ACCURACIES]),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACY, 25_000),
        "percent": 100 * TEST_ACCURACY,
    }


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, float]:
    return results("model_stack", seed, epochs, 1, CORE.epochs)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, object]:
    found = over_seeds("model_lstm", "model_bilstm", "model_stack")
    gap = np.abs(found["test_accuracies_stack"] - found["test_accuracies_bilstm"])
    return {**found, "distance_to_bidirectional": float(np.mean(gap))}
