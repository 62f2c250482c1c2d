"""Effect of Parameters: the length of the vector."""

from gensim.models import Word2Vec

from reference.attempts import attempt
from reference.chapter4.embeddings import neighbours, ranked, text8_vectors
from reference.stages import stage

SENTENCES = [["king", "queen", "man", "woman"]] * 5


def run() -> dict[str, object]:
    return {
        "call_with_size": attempt(lambda: Word2Vec(SENTENCES, size=30)),
        "default_length": len(Word2Vec(SENTENCES).wv["king"]),
        "length_of_30": len(Word2Vec(SENTENCES, vector_size=30).wv["king"]),
    }


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed, vector_size=30)
    found = neighbours(vectors, ["woman", "king"], ["man"])
    return {**ranked("king", found), "queen_found": "queen" in dict(found)}
