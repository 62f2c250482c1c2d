"""Effect of Training Data: the Brown corpus and NLTK's film reviews."""

import nltk.corpus

from reference import datasets
from reference.stages import stage

SAMPLED = 20  # one review of so many is counted: all of them take seconds


def run() -> dict[str, object]:
    names = ("brown", "movie_reviews")
    return {"corpora_of_nltk": [name for name in names if hasattr(nltk.corpus, name)]}


@stage(needs=("brown",))
def brown() -> dict[str, object]:
    corpus = datasets.load("brown")
    # A word with its tag is one token of the files: read so, ten times as fast as by words().
    words = len(corpus.raw().split())
    return {
        "number_of_categories": len(corpus.categories()),
        "religion_among_them": "religion" in corpus.categories(),
        "number_of_samples": len(corpus.fileids()),
        "share_off_a_million_words": abs(words / 1e6 - 1),
        "words_of_brown": words,
    }


@stage(needs=("movie-reviews",))
def movie_reviews() -> dict[str, object]:
    corpus = datasets.load("movie-reviews")
    sample = corpus.raw(corpus.fileids()[::SAMPLED]).split()
    return {"readme": corpus.readme(), "words_of_movie_reviews": len(sample) * SAMPLED}
