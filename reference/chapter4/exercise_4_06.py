"""Exercise 4.06: the same term in two corpora has other neighbours."""

from importlib import import_module

from reference import datasets
from reference.attempts import attempt
from reference.chapter4.embeddings import neighbours, ranked, train
from reference.stages import stage


def run() -> dict[str, object]:
    return {"import_of_step_1": attempt(lambda: import_module("nlkt"))}


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
    vectors = {}
    for name, corpus in (("brown", "brown"), ("movie", "movie-reviews")):
        sentences = [list(sentence) for sentence in datasets.load(corpus).sents()]
        vectors[name] = train(sentences, seed, sg=1).wv
    found = {name: neighbours(of_corpus, ["money"]) for name, of_corpus in vectors.items()}
    return {
        **ranked("brown", found["brown"]),
        **ranked("movie", found["movie"]),
        "rank_of_job": vectors["brown"].rank("money", "job"),
        "ranks_of_cash_and_ransom": [
            vectors["movie"].rank("money", term) for term in ("cash", "ransom")
        ],
        "terms_in_both_lists": len(dict(found["brown"]).keys() & dict(found["movie"]).keys()),
    }
