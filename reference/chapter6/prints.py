"""What Exercises 6.01 to 6.05 print of their trainings, and how these prints compare."""

import numpy as np

from reference.logs import nearest_share

# Figures 6.6 (epochs 6 to 10), 6.12, 6.16, 6.19 and 6.22: seconds, and validation accuracies.
SECONDS = {
    "rnn": [9, 9, 9, 9, 9],
    "lstm": [37, 37, 37, 37, 37],
    "gru": [33, 30, 30, 30],
    "bilstm": [69, 67, 67, 67],
    "stack": [76, 72, 72, 72],
}
VAL_ACCURACIES = {
    "rnn": [0.8462, 0.7708, 0.7828, 0.7642, 0.8606],
    "lstm": [0.8546, 0.8760, 0.8794, 0.8692, 0.8788],
    "gru": [0.8116, 0.8448, 0.8656, 0.8792],
    "bilstm": [0.8472, 0.8716, 0.8740, 0.8802],
    "stack": [0.8552, 0.8702, 0.8666, 0.8826],
}
TEST_ACCURACIES = {
    "rnn": 0.85128,
    "lstm": 0.87032,
    "gru": 0.87156,
    "bilstm": 0.877,
    "stack": 0.87572,
}


def log_seconds(*names: str) -> dict[str, float]:
    """Seconds that an epoch of each model took on average, in its log."""
    return {f"log_seconds_{name}": float(np.mean(SECONDS[name])) for name in names}


def times_as_long(name: str, other: str) -> float:
    """How many times as long as the other's an epoch of a model took, in the logs."""
    return float(np.mean(SECONDS[name]) / np.mean(SECONDS[other]))


def last_val_accuracies(*names: str) -> dict[str, float]:
    """The validation accuracy in the last line of each model's log."""
    return {f"log_val_accuracy_{name}": VAL_ACCURACIES[name][-1] for name in names}


def log_distance(name: str, other: str) -> float:
    """How far apart the validation accuracies in the last lines of two logs lie."""
    return abs(VAL_ACCURACIES[name][-1] - VAL_ACCURACIES[other][-1])


def best_epoch(name: str, first: int = 1) -> int:
    """The epoch of the highest validation accuracy in a log that begins with epoch ``first``."""
    return int(np.argmax(VAL_ACCURACIES[name])) + first


def shares_in_log(name: str, rows: int = 5_000) -> np.ndarray:
    """The shares of the validation reviews that come closest to a log's accuracies."""
    return np.array([nearest_share(accuracy, rows) for accuracy in VAL_ACCURACIES[name]])
