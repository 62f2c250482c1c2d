"""Bias in Embeddings: a Word of Caution."""

from reference.chapter4.embeddings import neighbours, ranked, text8_vectors, train
from reference.stages import stage


def run() -> dict[str, object]:
    """Which terms the listing's call can answer with, asked for all there are."""
    given = ["woman", "doctor", "man"]
    vectors = train([[*given, "nurse"]] * 5, seed=1).wv
    results = dict(neighbours(vectors, ["woman", "doctor"], ["man"], topn=len(vectors)))
    return {"inputs_among_all_results": [term for term in given if term in results]}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    for_doctor = neighbours(vectors, ["woman", "doctor"], ["man"])
    return {
        **ranked("doctor", for_doctor),
        "nurse_found": "nurse" in dict(for_doctor),
        **ranked("smart", neighbours(vectors, ["woman", "smart"], ["man"])),
    }
