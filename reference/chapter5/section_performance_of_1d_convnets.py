"""Performance of 1D Convnets: what becomes of the sequence once the patches are taken."""

from dataclasses import replace

import keras
import numpy as np
from keras.layers import Conv1D, Flatten

from reference.chapter5 import exercise_5_04
from reference.chapter5.forecasts import SEEDS, forecaster, predict, trials
from reference.stages import stage


def without_pooling() -> keras.Model:
    """The model of Exercise 5.04 whose last neuron sees every patch at its place."""
    return forecaster(Conv1D(5, 5, activation="relu"), Flatten())


def response_to_order(model: keras.Model) -> float:
    """How far the prediction moves when five of the convolution's patches change places."""
    convolution, head = model.layers[1], keras.Sequential(model.layers[2:])
    patches = convolution(_days()).numpy()
    moved = patches[:, [4, 3, 2, 1, 0, 5]]
    return float(abs(predict(head, moved) - predict(head, patches)).max())


def run() -> dict[str, object]:
    pooled = exercise_5_04.build()
    convolution, days = pooled.layers[1], _days()
    turned = days.copy()
    turned[:, :5] = days[:, 4::-1]
    return {
        "response_to_order_in_a_patch": float(
            abs(convolution(turned).numpy()[0, 0] - convolution(days).numpy()[0, 0]).max()
        ),
        "response_to_order_of_pooled_patches": response_to_order(pooled),
    }


@stage(tier="train", needs=("aapl",))
def over_seeds() -> dict[str, object]:
    """The model of Exercise 5.04, and the same patches with their order kept."""
    pooled = trials(exercise_5_04.CORE, "aapl", SEEDS)
    placed = trials(replace(exercise_5_04.CORE, build=without_pooling), "aapl", SEEDS)
    return {
        "median_rmse_test": float(np.median(pooled.rmse_test)),
        "median_rmse_test_with_order_kept": float(np.median(placed.rmse_test)),
    }


def _days() -> np.ndarray:
    return np.random.default_rng(0).random((1, 10, 1)).astype(np.float32)
