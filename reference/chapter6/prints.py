"""What Exercises 6.01 to 6.05 print of their trainings, and how these prints compare."""

import numpy as np

from reference.logs import nearest_share

# Figures 6.6 (epochs 6 to 10), 6.12, 6.16, 6.19 and 6.22: seconds, losses, and accuracies.
SECONDS = {
    "rnn": [9, 9, 9, 9, 9],
    "lstm": [37, 37, 37, 37, 37],
    "gru": [33, 30, 30, 30],
    "bilstm": [69, 67, 67, 67],
    "stack": [76, 72, 72, 72],
}
LOSSES = {
    "rnn": [0.2532, 0.2240, 0.1995, 0.1807, 0.1627],
    "lstm": [0.5569, 0.3336, 0.2695, 0.2417, 0.2173],
    "gru": [0.5554, 0.3372, 0.2766, 0.2478],
    "bilstm": [0.5722, 0.3563, 0.2833, 0.2446],
    "stack": [0.5237, 0.3284, 0.2742, 0.2354],
}
ACCURACIES = {
    "rnn": [0.9022, 0.9171, 0.9262, 0.9327, 0.9420],
    "lstm": [0.7070, 0.8676, 0.8954, 0.9099, 0.9207],
    "gru": [0.7007, 0.8609, 0.8904, 0.9042],
    "bilstm": [0.7048, 0.8561, 0.8929, 0.9084],
    "stack": [0.7286, 0.8687, 0.8944, 0.9096],
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


def printed_accuracies(*names: str) -> dict[str, float]:
    """The test accuracy that each model's exercise prints."""
    return {f"printed_accuracy_{name}": TEST_ACCURACIES[name] for name in names}


def epochs_in_log(name: str, first: int = 1) -> int:
    """The number of the last epoch in a log that begins with epoch ``first``."""
    return first + len(VAL_ACCURACIES[name]) - 1


def best_epoch(name: str, first: int = 1) -> int:
    """The epoch of the highest validation accuracy in a log that begins with epoch ``first``."""
    return int(np.argmax(VAL_ACCURACIES[name])) + first


def shares_in_log(name: str, rows: int = 5_000) -> np.ndarray:
    """The shares of the validation reviews that come closest to a log's accuracies."""
    return np.array([nearest_share(accuracy, rows) for accuracy in VAL_ACCURACIES[name]])
