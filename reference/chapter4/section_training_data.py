"""Effect of Training Data: the Brown corpus and NLTK's film reviews."""

from reference import datasets
from reference.stages import stage


@stage(needs=("brown",))
def brown() -> dict[str, object]:
    corpus = datasets.load("brown")
    return {
        "number_of_categories": len(corpus.categories()),
        "religion_among_them": "religion" in corpus.categories(),
        "number_of_samples": len(corpus.fileids()),
        # A word with its tag is one token of the files: read so, ten times as fast as by words().
        "share_off_a_million_words": abs(len(corpus.raw().split()) / 1e6 - 1),
    }


@stage(needs=("movie-reviews",))
def movie_reviews() -> dict[str, object]:
    return {"readme": datasets.load("movie-reviews").readme()}
