"""IMDb's reviews as ``keras.datasets.imdb.load_data`` gives them, without its Python loops.

Keras shuffles each half, adds 3 to each word's rank, puts a 1 in front of each review, and writes
a 2 for what reaches ``num_words``. 0 is left for padding; 3 stands for nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from reference import datasets

SEED = 113
START, OUT_OF_VOCABULARY, OFFSET = 1, 2, 3


@dataclass(frozen=True)
class Reviews:
    """Reviews one after another in ``tokens``, their ``lengths``, and their ``labels``, int32."""

    tokens: np.ndarray
    lengths: np.ndarray
    labels: np.ndarray

    def __getitem__(self, index: int) -> list[int]:
        """One review, as the list that Keras holds."""
        end = int(self.lengths[: index + 1].sum())
        return self.tokens[end - int(self.lengths[index]) : end].tolist()

    def lists(self) -> list[list[int]]:
        """All of them, as Keras holds them."""
        return [part.tolist() for part in np.split(self.tokens, np.cumsum(self.lengths)[:-1])]

    def padded(self, maxlen: int) -> np.ndarray:
        """What ``pad_sequences`` makes of them by default, shape ``(reviews, maxlen)``.

        The last ``maxlen`` numbers of each review, zeros before them where it is shorter.
        """
        ends = np.cumsum(self.lengths)
        enough = self.tokens if len(self.tokens) >= maxlen else np.zeros(maxlen, np.int32)
        rows = sliding_window_view(enough, maxlen)[np.maximum(ends - maxlen, 0)]
        for row, end in zip(rows, ends[ends < maxlen], strict=False):  # these lack a whole window
            row[maxlen - end :] = self.tokens[:end]
        narrow = np.min_scalar_type(maxlen)  # a mask made of int64 takes longer than the rows do
        missing = (maxlen - np.minimum(self.lengths, maxlen)).astype(narrow)
        np.copyto(rows, 0, where=np.arange(maxlen, dtype=narrow) < missing[:, np.newaxis])
        return rows


def load_reviews(num_words: int | None = None) -> tuple[Reviews, Reviews]:
    """The training and the test half of IMDb, as ``imdb.load_data(num_words)`` gives them."""
    held = datasets.load("imdb")
    generator = np.random.RandomState(SEED)
    halves = [_shuffled(held, half, generator) for half in ("train", "test")]
    limit = num_words or max(int(half.tokens.max()) for half in halves)
    for half in halves:
        half.tokens[half.tokens >= limit] = OUT_OF_VOCABULARY
    return halves[0], halves[1]


def _shuffled(held: dict[str, np.ndarray], half: str, generator: np.random.RandomState) -> Reviews:
    lengths = held[f"{half}_lengths"]
    order = np.arange(len(lengths))
    generator.shuffle(order)
    starts = (np.cumsum(lengths) - lengths)[order]
    lengths = lengths[order] + 1
    ends = np.cumsum(lengths)
    within = np.arange(ends[-1]) - np.repeat(ends - lengths, lengths)
    ranks = held[f"{half}_tokens"][np.repeat(starts, lengths) + within - 1]
    tokens = np.where(within == 0, START, ranks + OFFSET)
    return Reviews(tokens.astype(np.int32), lengths, held[f"y_{half}"][order])


def decode(numbers: list[int]) -> list[str]:
    """The words that a loaded review's numbers stand for; ``?`` where they stand for none."""
    words = {rank + OFFSET: word for word, rank in datasets.load("imdb-word-index").items()}
    return [words.get(number, "?") for number in numbers]
