"""Accuracies of a printed log: shares of right answers, rounded."""

from collections.abc import Sequence

import numpy as np


def nearest_share(printed: float, judged: int) -> float:
    """The share of right answers among ``judged`` that comes closest to a printed accuracy."""
    return float(np.rint(printed * judged) / judged)


def impossible_accuracies(log: Sequence[str], judged: int) -> int:
    """How many printed accuracies no number of right answers among ``judged`` gives."""
    return sum(f"{nearest_share(float(text), judged):.4f}" != text for text in log)
