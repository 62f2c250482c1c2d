"""What is reached by the seeds of NumPy and TensorFlow, the two that the book sets."""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf


def fixes_the_start(seed: int, build: Callable[[], keras.Model]) -> bool:
    """Whether a network has the same initial weights each time after both are set to ``seed``."""

    def start() -> keras.Model:
        np.random.seed(seed)
        tf.random.set_seed(seed)
        return build()

    return all(map(np.array_equal, start().get_weights(), start().get_weights()))
