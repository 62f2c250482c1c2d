"""What the log of a training says: accuracies, which are shares, and the words around them."""

import re
from collections.abc import Callable, Sequence

import keras
import numpy as np

from reference.sessions import written_by


def nearest_share(printed: float, judged: int) -> float:
    """The share of right answers among ``judged`` that comes closest to a printed accuracy."""
    return float(np.rint(printed * judged) / judged)


def impossible_accuracies(log: Sequence[str], judged: int) -> int:
    """How many printed accuracies no number of right answers among ``judged`` gives."""
    return sum(f"{nearest_share(float(text), judged):.4f}" != text for text in log)


def announced(written: str) -> list[str]:
    """How ``fit`` began in the book's time, where it does: ``Train on 208 samples``."""
    return re.findall(r"Train on \d+ samples(?:, validate on \d+ samples)?", written)


def progress_shown(action: Callable[[], object]) -> list[str]:
    """Batches done of all, as ``action`` shows them last, e.g. ["7/7"]; [] if it is silent."""
    return re.findall(r"\d+/\d+", written_by(action))[-1:]


def words_of_fit(
    model: keras.Model, features: np.ndarray, labels: np.ndarray, **options: float
) -> str:
    """What ``fit`` writes of one epoch but for times and results, e.g. ``7/7 s/step``.

    In the book's time it counted samples. ``options`` are handed to ``fit``.
    """
    written = written_by(lambda: model.fit(features, labels, **options))
    *_, counted = re.findall(r"\d+/\d+", written)
    *_, timed = re.findall(r"s/\w+", written)
    return " ".join([*announced(written), counted, timed])
