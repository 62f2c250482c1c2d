"""Every training core at work on random rows in the shapes of its data, by the unit's name."""

import sys
from collections.abc import Callable
from functools import partial

import numpy as np
import tensorflow as tf

from reference import adversarial
from reference.adversarial import AdversarialCore, Draw
from reference.chapter2 import exercise_2_07
from reference.chapter3 import (
    activity_3_01,
    activity_3_02,
    exercise_3_02,
    exercise_3_03,
    exercise_3_04,
)
from reference.chapter5 import activity_5_01, exercise_5_03, exercise_5_05
from reference.chapter6 import products, sentiment
from reference.chapter7 import (
    activity_7_01,
    dcgan_training,
    exercise_7_03,
    exercise_7_04,
    exercise_7_05,
)
from reference.cores import Core
from reference.training import Validation

DIGITS = np.random.default_rng(0)


def on_rows(core: Core, rows: int, held_out: int, largest: int = 256) -> None:
    """Train on whole numbers below ``largest``: pixels, or the numbers of words."""
    shape = core.build().input_shape[1:]
    classes = core.build().output_shape[-1]

    def made(count: int) -> tuple[np.ndarray, np.ndarray]:
        features = DIGITS.integers(largest, size=(count, *shape), dtype=np.int32)
        labels = DIGITS.integers(max(2, classes), size=count)
        pixels = features.astype(np.uint8) if largest == 256 else features
        return pixels, labels[:, np.newaxis] if classes == 1 else labels

    core.train(*made(rows), validation=Validation(*made(held_out)))


def on_prices(core: Core, days: int) -> None:
    prices = DIGITS.random((days, *core.build().input_shape[1:]))
    core.train(prices, prices[:, :1])


def on_images(core: AdversarialCore) -> None:
    images = dcgan_training.normalise(DIGITS.integers(256, size=(60_000, 28, 28)))
    on_draws(core, dcgan_training.draws(images, 0))


def on_draws(core: AdversarialCore, draw: Callable[[tf.Tensor], Draw]) -> None:
    list(adversarial.train(core.start(0), draw, core.iterations, every=core.iterations))


def fruits() -> Core:
    return activity_3_02.core(weights=None, size=activity_3_02.SIZE, classes=activity_3_02.CLASSES)


WORK: dict[str, Callable[[], None]] = {
    "2.07": partial(on_rows, exercise_2_07.CORE, 60_000, 1),
    "3.02": partial(on_rows, exercise_3_02.CORE, 48_000, 12_000),
    "3.03": partial(on_rows, exercise_3_03.CORE, 2_000, 1_000),
    "3.04": partial(on_rows, exercise_3_04.CORE, 50_000, 10_000),
    "A3.01": partial(on_rows, activity_3_01.CORE, 60_000, 10_000),
    "A3.02": lambda: on_rows(fruits(), activity_3_02.TOTAL_TRAIN, activity_3_02.TOTAL_VAL),
    "5.03": partial(on_prices, exercise_5_03.CORE, 1_886),
    "5.05": partial(on_prices, exercise_5_05.CORE, 1_886),
    "A5.01": partial(on_prices, activity_5_01.CORE, 1_889),
    **{
        core.unit: partial(on_rows, core, 20_000, 5_000, sentiment.VOCAB_SIZE)
        for core in sentiment.CORES.values()
    },
    "A6.01": partial(on_rows, products.CORE, 20_000, 5_000, products.VOCAB_SIZE),
    "7.03": lambda: on_draws(exercise_7_03.CORE, exercise_7_03.draws(0)),
    "7.04": lambda: on_draws(exercise_7_04.CORE, exercise_7_03.draws(0)),
    "7.05": partial(on_images, exercise_7_05.CORE),
    "A7.01": partial(on_images, activity_7_01.CORE),
}

if __name__ == "__main__":
    WORK[sys.argv[1]]()
