"""Bias in Embeddings: a Word of Caution."""

from reference import datasets
from reference.chapter4.embeddings import (
    most_similar_first,
    nearest_to_sum,
    neighbours,
    ranked,
    text8_vectors,
)
from reference.stages import stage

SMART = {
    "cute": 0.6156168580055237,
    "dumb": 0.6035820245742798,
    "crazy": 0.5834532976150513,
    "pet": 0.582811713218689,
    "fancy": 0.5697714686393738,
}


def run() -> dict[str, object]:
    return {"printed_for_smart": most_similar_first(SMART)}


@stage(needs=("glove-6b-100d-subset",))
def with_the_terms_given() -> dict[str, object]:
    """GloVe's answer, where the terms of the sum may be the answer."""
    glove_model = datasets.load("glove-6b-100d-subset")
    return {"nearest_to_the_sum": nearest_to_sum(glove_model, ["doctor", "woman"], ["man"])}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    return {
        **ranked("doctor", neighbours(vectors, ["woman", "doctor"], ["man"])),
        **ranked("smart", neighbours(vectors, ["woman", "smart"], ["man"])),
    }
