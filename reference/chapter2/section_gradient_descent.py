"""Gradient Descent Optimizers: the size of the steps, how many an epoch, and faster descents."""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from reference.chapter2.digits import digits
from reference.chapter2.section_training_a_perceptron import batches_of_fit
from reference.replicas import Replicas
from reference.stages import stage

RATES = (0.01, 0.03, 0.1, 0.3, 1.0)
OPTIMIZERS: dict[str, Callable[[float], keras.optimizers.Optimizer]] = {
    "sgd": keras.optimizers.SGD,
    "momentum": lambda rate: keras.optimizers.SGD(rate, momentum=0.9),
    "adagrad": keras.optimizers.Adagrad,
    "adam": keras.optimizers.Adam,
}


def positions(learning_rate: float, steps: int, start: float = 9.0) -> np.ndarray:
    """Where SGD stands in the valley |w|, whose bottom is 0, before each step and at the end."""
    w = tf.Variable(start)
    optimizer = keras.optimizers.SGD(learning_rate)
    passed = [start]
    for _ in range(steps):
        with tf.GradientTape() as tape:
            height = abs(w)
        optimizer.apply([tape.gradient(height, w)], [w])
        passed.append(float(w))
    return np.array(passed)


def run() -> dict[str, object]:
    large, fitting, small = (positions(rate, 20) for rate in (2.0, 0.5, 0.001))
    batches = {size: batches_of_fit(examples=6, batch_size=size) for size in (6, 2, 1)}
    return {
        "height_after_3_large_steps": abs(large[3]),
        "height_after_3_fitting_steps": abs(fitting[3]),
        "end_of_large_steps": large[-4:],
        "end_of_fitting_steps": fitting[-1],
        "end_of_small_steps": small[-1],
        "examples_a_step_full_batch": [len(step) for step in batches[6]],
        "examples_a_step_mini_batch": [len(step) for step in batches[2]],
        "examples_a_step_sgd": [len(step) for step in batches[1]],
        "examples_displaced": int(np.sum(np.ravel(batches[1]) != np.arange(6))),
    }


@stage(tier="train")
def advanced() -> dict[str, object]:
    """Loss on 8 x 8 digits after 100 steps, of each optimizer at the best of the same rates."""
    x, labels = digits(500)

    def losses(optimizer: keras.optimizers.Optimizer) -> np.ndarray:
        networks = Replicas((64, 50, 20, 10), "relu")
        networks.train(x, labels, optimizer, steps=100)
        return networks.losses(x, labels).numpy()

    return {
        f"loss_{name}": min((losses(create(rate)) for rate in RATES), key=np.mean)
        for name, create in OPTIMIZERS.items()
    }
