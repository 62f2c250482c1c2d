"""Exercise 1.01: the mean of four numbers, and how far they lie from it.

A worked example: replace it by your first exercise.
"""

import numpy as np


def run() -> dict[str, object]:
    """What the exercise's steps compute, under the names that the book gives them."""
    numbers = np.array([2.0, 3.0, 5.0, 7.0])
    return {"numbers": numbers, "mean": numbers.mean(), "spread": numbers.std()}
