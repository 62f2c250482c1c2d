"""What is reached by the seeds of NumPy and TensorFlow, the two that the book sets."""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf


def fixes_the_start(seed: int, build: Callable[[], keras.Model]) -> bool:
    """Whether a network has the same initial weights each time after both are set to ``seed``."""

    def weights() -> list[np.ndarray]:
        np.random.seed(seed)
        tf.random.set_seed(seed)
        return build().get_weights()

    return all(map(np.array_equal, weights(), weights()))
