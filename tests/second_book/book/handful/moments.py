"""Moments of samples, shared by the book's units."""

import numpy as np


def variance(numbers: np.ndarray) -> float:
    """Mean square distance from the mean."""
    return float(((numbers - numbers.mean()) ** 2).mean())
