"""Exercise 1.01: mean and spread of five numbers."""

import numpy as np
from handful.moments import variance


def run() -> dict[str, object]:
    numbers = np.array([2, 4, 4, 4, 6])
    return {
        "mean": numbers.mean(),
        "spread": numbers.std(),
        "variance": variance(numbers),
    }
