"""Exercise 4.06: the same term in two corpora has other neighbours."""

from importlib import import_module

from reference import datasets
from reference.attempts import attempt
from reference.chapter4.embeddings import most_similar_first, neighbours, ranked, train
from reference.stages import stage

BROWN = {
    "job": 0.8477444648742676,
    "care": 0.8424298763275146,
    "friendship": 0.8394286632537842,
    "risk": 0.8268661499023438,
    "permission": 0.8243911862373352,
}
MOVIE = {
    "cash": 0.7299771904945374,
    "ransom": 0.7130625247955322,
    "record": 0.7028014063835144,
    "risk": 0.6977001428604126,
    "paid": 0.6940697431564331,
}


def run() -> dict[str, object]:
    return {
        "import_of_step_1": attempt(lambda: import_module("nlkt")),
        "printed_for_brown": most_similar_first(BROWN),
        "printed_for_movie": most_similar_first(MOVIE),
    }


@stage(needs=("brown",))
def corpora() -> dict[str, object]:
    brown = datasets.load("brown")
    first = brown.sents()[0]
    return {
        "call_of_sent": attempt(lambda: brown.sent()),
        "types_of_sentence_and_word": [type(first).__name__, type(first[0]).__name__],
        "words_of_first_sentence": len(first),
    }


@stage(tier="train", needs=("brown", "movie-reviews", "punkt"))
def train_on_both(seed: int = 0) -> dict[str, object]:
    """Skip-gram on each corpus, read into memory once and not at every epoch."""
    datasets.load("punkt")
    found = {}
    for name, corpus in (("brown", "brown"), ("movie", "movie-reviews")):
        sentences = [list(sentence) for sentence in datasets.load(corpus).sents()]
        found[name] = neighbours(train(sentences, seed, sg=1).wv, ["money"])
    return {
        **ranked("brown", found["brown"]),
        **ranked("movie", found["movie"]),
        "terms_in_both_lists": len(dict(found["brown"]).keys() & dict(found["movie"]).keys()),
    }
