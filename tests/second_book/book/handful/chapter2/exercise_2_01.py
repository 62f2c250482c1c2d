"""Exercise 2.01: the share of heads among a hundred tosses of a coin."""

import numpy as np


def run(seed: int = 0) -> dict[str, object]:
    tosses = np.random.default_rng(seed).integers(0, 2, 100)
    return {"share_of_heads": tosses.mean()}
