"""Loading Data: what ``imdb.load_data`` takes, and what it gives."""

import sys
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from tensorflow.keras.datasets import imdb

from reference.attempts import attempt
from reference.chapter6.reviews import OFFSET, OUT_OF_VOCABULARY, START, load_reviews
from reference.chapter6.sentiment import MAXLEN, VOCAB_SIZE
from reference.stages import stage

REVIEW = 5


def load_data_of(reviews: list[list[int]], **arguments: int) -> Any:
    """Keras's own ``load_data`` on reviews of our own, a half of them for training.

    They are written as Keras's file holds them: lists of ranks from 1 on, in an array of objects.
    """
    half = len(reviews) // 2
    lists = np.empty(len(reviews), dtype=object)
    lists[:] = reviews
    labels = np.arange(len(reviews)) % 2
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "imdb.npz")
        np.savez(
            path,
            x_train=lists[:half],
            y_train=labels[:half],
            x_test=lists[half:],
            y_test=labels[half:],
        )
        module = sys.modules[imdb.load_data.__module__]
        with mock.patch.object(module, "get_file", return_value=str(path)):
            return imdb.load_data(**arguments)


def terms_kept(vocab_size: int) -> int:
    """How many different ranks survive ``load_data(num_words=vocab_size)`` of a review of all."""
    everything = list(range(1, vocab_size + 10))
    (X_train, _), _ = load_data_of([everything, everything], num_words=vocab_size)
    return len(set(X_train[0]) - {START, OUT_OF_VOCABULARY})


def run() -> dict[str, object]:
    (X_train, _), _ = load_data_of([[4, 5], [6], [7, 8, 9], [10]], num_words=VOCAB_SIZE)
    return {
        "import_imdb": attempt(lambda: exec("from tensorflow.keras.datasets import imdb")),
        "load_data_with_num_words": attempt(lambda: load_data_of([[1], [2]], num_words=8000)),
        "X_train_type": str(type(X_train)),
        "element_type": str(type(X_train[0])),
        "lower_case_x_train": attempt(lambda: eval("x_train", {"X_train": X_train})),
        "terms_kept_of_8000": terms_kept(VOCAB_SIZE),
    }


@stage(needs=("imdb",))
def data() -> dict[str, object]:
    training, _ = load_reviews(VOCAB_SIZE)
    numbers, counts = np.unique(training.tokens, return_counts=True)
    words = (numbers >= OFFSET) & (numbers != OUT_OF_VOCABULARY)
    falling = np.argsort(-counts[words], kind="stable")
    return {
        "X_train_5": training[REVIEW],
        "share_within_maxlen": float(np.mean(training.lengths <= MAXLEN)),
        "tokens_dtype": training.tokens.dtype.name,
        "falls_out_of_order": int(np.abs(falling - np.arange(len(falling))).max()),
    }
