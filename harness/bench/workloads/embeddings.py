"""Word vectors: gensim's training on sentences in memory, and on a corpus that is read again."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from harness.bench.workloads.workload import Work
from reference import datasets
from reference.chapter4.cleaning import Tokens, cleaned_alice
from reference.chapter4.embeddings import train

SENTENCES = 4000
ALIKE = {"brown": ("he", "she"), "alice": ("queen", "king")}


def in_memory(corpus: str, count: int = SENTENCES, *, seed: int) -> Work:
    """The reference's way; a unit is an epoch over the corpus's first sentences."""
    sentences = [list(sentence) for sentence in _read(corpus)[:count]]
    return _work(corpus, sentences, len(sentences), seed)


def read_each_epoch(corpus: str, *, seed: int) -> Work:
    """The listing's way: NLTK's reader itself, which parses its files at every epoch."""
    sentences = _read(corpus)
    return _work(corpus, sentences, len(sentences), seed)


@cache
def _alice() -> list[Tokens]:
    return cleaned_alice()


def _read(corpus: str) -> Any:
    if corpus == "alice":
        return _alice()
    datasets.load("punkt")
    return datasets.load(corpus).sents()[:SENTENCES]


def _work(corpus: str, sentences: Iterable[Tokens], count: int, seed: int) -> Work:
    vectors: list[Any] = []

    def run(calls: int) -> None:
        for _ in range(calls):
            vectors[:] = [train(sentences, seed, sg=1).wv]

    return Work(
        run,
        units=5,  # gensim's epochs
        quality=lambda: float(vectors[0].similarity(*ALIKE[corpus])),
        shapes={"sentences": (count,)},
    )
