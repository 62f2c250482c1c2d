"""What a training or an evaluation writes first, without waiting for the rest of it."""

import contextlib
import re
from collections.abc import Callable

import keras
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference.logs import announced
from reference.sessions import written_by


class _EnoughError(Exception):
    """Ends a training or an evaluation from within."""


class _Stop(keras.callbacks.Callback):
    """Ends it before the batch of this number, counted from 0."""

    def __init__(self, batch: int) -> None:
        super().__init__()
        self.last = batch

    def on_train_batch_begin(self, batch: int, logs: object = None) -> None:
        if batch >= self.last:
            raise _EnoughError

    def on_test_batch_begin(self, batch: int, logs: object = None) -> None:
        self.on_train_batch_begin(batch)


def written_at_first(
    method: Callable[..., object], *arguments: object, batches: int, **options: object
) -> str:
    """What a model's ``fit`` or ``evaluate`` writes until it is done with so many batches."""

    def begin() -> None:
        with contextlib.suppress(_EnoughError):
            method(*arguments, callbacks=[_Stop(batches)], **options)

    return written_by(begin)


def first_line_of_log(steps: int, validation_steps: int) -> str:
    """How the log of a training by a data generator begins: in 2020, with its steps."""
    model = keras.Sequential(
        [keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(1)]
    )
    model.compile("sgd", "mean_squared_error")
    batches = ImageDataGenerator().flow(np.zeros((32, 8, 8, 3)), np.zeros(32), batch_size=16)
    written = written_at_first(
        model.fit,
        batches,
        steps_per_epoch=steps,
        validation_data=batches,
        validation_steps=validation_steps,
        epochs=5,
        batches=0,
    )
    return written.splitlines()[0]


def words_of_training_and_evaluation(validation_split: float) -> dict[str, object]:
    """What steps 20 and 21 of Exercise 3.02 write and return but for results, in no time.

    With ``verbose=2`` an epoch's line comes at its end only: the bar has the same numbers.
    """
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mean_squared_error", run_eagerly=True)
    training, testing = np.zeros((60_000, 1)), np.zeros((10_000, 1))
    fitted = written_at_first(
        model.fit, training, training, validation_split=validation_split, batches=1
    )
    evaluated = written_at_first(model.evaluate, testing, testing, batches=1)
    returned = type(model.fit(testing, testing, epochs=0, verbose=0))
    return {
        "fit_log": " ".join([*announced(fitted), *re.findall(r"/\d+", fitted)]),
        "counted_by_evaluate": [int(each) for each in re.findall(r"/(\d+)", evaluated)],
        "returned_by_fit": f"{returned.__module__}.{returned.__qualname__}",
    }
