"""What the log of a training says: accuracies, which are shares, and the words around them."""

import re
from collections.abc import Sequence

import keras
import numpy as np

from reference.sessions import written_by


def nearest_share(printed: float, judged: int) -> float:
    """The share of right answers among ``judged`` that comes closest to a printed accuracy."""
    return float(np.rint(printed * judged) / judged)


def impossible_accuracies(log: Sequence[str], judged: int) -> int:
    """How many printed accuracies no number of right answers among ``judged`` gives."""
    return sum(f"{nearest_share(float(text), judged):.4f}" != text for text in log)


def words_of_fit(
    model: keras.Model, features: np.ndarray, labels: np.ndarray, **options: float
) -> str:
    """What ``fit`` writes of one epoch but for times and results, e.g. ``7/7 s/step``.

    In the book's time it counted samples, and began with ``Train on 208 samples``. ``options``
    are handed to ``fit``.
    """
    written = written_by(lambda: model.fit(features, labels, **options))
    announced = re.findall(r"Train on \d+ samples(?:, validate on \d+ samples)?", written)
    *_, counted = re.findall(r"\d+/\d+", written)
    *_, timed = re.findall(r"s/\w+", written)
    return " ".join([*announced, counted, timed])
