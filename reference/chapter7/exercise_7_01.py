"""Exercise 7.01: points on a sine wave, around a random midpoint, are the real data."""

import math
from typing import Any

import numpy as np

from reference.attempts import attempt

BATCH = 128
SPACING = 0.1
SEED = 123
LOC = np.random.RandomState(SEED).normal(3, 1, 1)


def sine_wave(midpoint: float, batch: int) -> tuple[np.ndarray, np.ndarray]:
    """``batch`` numbers, the later half from ``midpoint`` on, and their sines, each (batch,)."""
    X1 = midpoint + SPACING * np.arange(-batch // 2, batch // 2)
    return X1, np.sin(X1)


def run(loc: Any = LOC) -> dict[str, object]:
    np.random.seed(SEED)
    again = np.random.normal(3, 1, 1)
    midpoint = np.asarray(loc).item()
    X1, X2 = sine_wave(midpoint, BATCH)
    realData = np.stack([X1, X2], axis=1)
    offsets = X1 - midpoint
    return {
        "loc": midpoint,
        "repeated_loc": again,
        "step_3": attempt(lambda: np.arange(loc, loc + (0.1 * 64), 0.1)),
        "step_4": attempt(lambda: np.arange(loc - (0.1 * 64), loc, 0.1)),
        "xr": np.arange(midpoint, midpoint + (0.1 * 64), 0.1),
        "xl": np.arange(midpoint - (0.1 * 64), midpoint, 0.1),
        "X1": X1,
        "numbers_left_and_right": [int(np.sum(offsets < 0)), int(np.sum(offsets > 0))],
        "distance_of_centre_from_loc": abs(X1.mean() - midpoint),
        "spacing_less_a_tenth": abs(np.diff(X1) - 0.1),
        "second_feature_less_sine": abs(X2 - [math.sin(x) for x in X1]),
        "column_shapes": [list(feature.reshape(BATCH, 1).shape) for feature in (X1, X2)],
        "realData": realData,
        "type_of_realData": type(realData).__name__,
    }
