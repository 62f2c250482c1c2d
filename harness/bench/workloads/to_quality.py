"""Seconds until a network is as good as the book says: a faster step that learns worse is none."""

from collections.abc import Callable

import numpy as np

from harness.bench.workloads.training import named
from harness.bench.workloads.workload import Work
from reference import datasets
from reference.cores import PLAIN, Core, Options
from reference.training import History, Validation, row_orders, training_loop

Split = tuple[np.ndarray, np.ndarray, Validation | None]


def _points() -> Split:
    df = datasets.load("data-csv")
    return df[["x1", "x2"]].to_numpy(np.float32), df[["label"]].to_numpy(np.float32), None


def _digits() -> Split:
    (images, labels), _ = datasets.load("mnist")
    return images / np.float32(255), labels, None


def _digits_held_out() -> Split:
    from reference.chapter3.exercise_3_02 import VALIDATION_SPLIT, prepared

    (images, labels), _ = datasets.load("mnist")
    x, first = prepared(images), int(len(images) * (1 - VALIDATION_SPLIT))
    return x[:first], labels[:first], Validation(x[first:], labels[first:])


def _prices() -> Split:
    from reference.chapter5.forecasts import split
    from reference.chapter5.section_preparing_the_data import prepare

    rows, validation = split(prepare("aapl"))
    return *rows, validation


SPLITS: dict[str, Callable[[], Split]] = {
    "points": _points,
    "digits": _digits,
    "digits, a fifth held out": _digits_held_out,
    "prices": _prices,
}


def reach(
    core: str,
    split: str,
    quality: str,
    target: float,
    most_epochs: int,
    epochs_a_look: int = 1,
    options: str = "",
    *,
    seed: int,
) -> Work:
    """A unit is a training, tracing included, until ``quality`` of an epoch is at ``target``.

    It is looked at after every ``epochs_a_look`` epochs; a training that has not come so far after
    ``most_epochs`` ends there, and its quality says so. A loss has to be at most ``target``,
    anything else at least.
    """
    training: Core = named(core)
    how: Options = named(options) if options else PLAIN
    features, labels, validation = SPLITS[split]()
    reached = [np.nan]

    def good_enough(history: History) -> bool:
        value = float(getattr(history, quality)[-1])
        reached[0] = value
        return value <= target if "loss" in quality else value >= target

    def train() -> None:
        import keras

        with how.precision():
            keras.utils.set_random_seed(seed)
            model = training.build()
        loop = training_loop(
            model,
            (features, labels),
            batch_size=training.batch_size,
            jit_compile=how.jit_compile,
            augment=training.augment,
            validation=validation,
        )
        orders = row_orders(len(features), most_epochs, seed)
        for first in range(0, most_epochs, epochs_a_look):
            if good_enough(loop(orders[first : first + epochs_a_look], seed)):
                return

    def run(calls: int) -> None:
        for _ in range(calls):
            train()

    return Work(
        run,
        quality=lambda: reached[0],
        batch=training.batch_size,
        shapes={"features": features.shape},
        xla=how.jit_compile,
        dtype_policy="float32",
    )
