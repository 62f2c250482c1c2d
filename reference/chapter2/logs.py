"""What the log of a training counts: samples in the book's time, steps in today's."""

import contextlib
import io
import re

import keras
import numpy as np


def words_of_fit(model: keras.Model, features: np.ndarray, labels: np.ndarray) -> str:
    """What ``fit`` writes of one epoch but for times and results, e.g. ``7/7 s/step``.

    In the book's time it began with ``Train on 208 samples``.
    """
    with contextlib.redirect_stdout(io.StringIO()) as screen:
        model.fit(features, labels)
    written = screen.getvalue()
    announced = re.findall(r"Train on \d+ samples", written)
    *_, counted = re.findall(r"\d+/\d+", written)
    *_, timed = re.findall(r"s/\w+", written)
    return " ".join([*announced, counted, timed])
