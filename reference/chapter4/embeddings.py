"""Word2vec as the chapter trains it, and what it says of a term's neighbours."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from gensim.models import KeyedVectors, Word2Vec

from reference import datasets

Neighbours = list[tuple[str, float]]


def train(sentences: Iterable[list[str]], seed: int, **options: int) -> Word2Vec:
    """Word2vec with the book's settings: gensim's defaults but for ``options``.

    Its three threads race, so that a seed fixes the start but not every digit of the result.
    """
    return Word2Vec(sentences, seed=seed, **options)


@cache
def text8_vectors(seed: int, **options: int) -> KeyedVectors:
    """Vectors trained on text8, once a process for each seed and choice of options."""
    return train(datasets.load("text8"), seed, **options).wv


def neighbours(
    vectors: KeyedVectors, positive: Sequence[str], negative: Sequence[str] = (), topn: int = 5
) -> Neighbours:
    """The terms nearest to a sum of terms less others, with their similarities."""
    return vectors.most_similar(positive=list(positive), negative=list(negative), topn=topn)


def nearest_to_sum(
    vectors: KeyedVectors, positive: Sequence[str], negative: Sequence[str] = ()
) -> str:
    """The term nearest to a sum of terms less others, which ``most_similar`` leaves out."""
    total = sum(vectors[term] for term in positive) - sum(vectors[term] for term in negative)
    [(term, _)] = vectors.similar_by_vector(total, topn=1)
    return str(term)


def missing(named: str, printed: str) -> list[str]:
    """Terms that a sentence of the book names and its printed list does not hold."""
    return [term for term in named.split() if term not in printed.split()]


def ranked(name: str, found: Neighbours) -> dict[str, object]:
    """``{name}_terms`` and the similarities ``{name}_1`` of the nearest, ``{name}_2`` and so on.

    A printed list is one draw: its similarities are compared rank by rank, since a term that was
    printed because it came out high in one run tends to come out lower in another.
    """
    similarities = {f"{name}_{rank}": value for rank, (_, value) in enumerate(found, 1)}
    return {f"{name}_terms": [term for term, _ in found], **similarities}


def phrase(vectors: KeyedVectors, first: str, second: str) -> np.ndarray:
    """The average of two terms' vectors, which stands for the phrase."""
    return (vectors[first] + vectors[second]) / 2


def similarity_of_phrases(
    vectors: KeyedVectors, one: tuple[str, str], other: tuple[str, str]
) -> float:
    """Cosine of the angle between the vectors of two phrases of two terms each."""
    [similarity] = vectors.cosine_similarities(phrase(vectors, *one), [phrase(vectors, *other)])
    return float(similarity)
