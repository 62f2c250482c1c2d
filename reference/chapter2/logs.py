"""What the log of a training counts: samples in the book's time, steps in today's."""

import re

import keras
import numpy as np

from reference.sessions import written_by


def words_of_fit(model: keras.Model, features: np.ndarray, labels: np.ndarray) -> str:
    """What ``fit`` writes of one epoch but for times and results, e.g. ``7/7 s/step``.

    In the book's time it began with ``Train on 208 samples``.
    """
    written = written_by(lambda: model.fit(features, labels))
    announced = re.findall(r"Train on \d+ samples", written)
    *_, counted = re.findall(r"\d+/\d+", written)
    *_, timed = re.findall(r"s/\w+", written)
    return " ".join([*announced, counted, timed])
