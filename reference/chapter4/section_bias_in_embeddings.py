"""Bias in Embeddings: a Word of Caution."""

from reference import datasets
from reference.chapter4.embeddings import (
    missing,
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
NAMED_AT_TOP_OF_SMART = "cute dumb crazy"


def run() -> dict[str, object]:
    top = " ".join(most_similar_first(SMART)[:3])
    return {"named_of_smart_but_not_at_its_top": missing(NAMED_AT_TOP_OF_SMART, top)}


@stage(needs=("glove-6b-100d-subset",))
def with_the_terms_given() -> dict[str, object]:
    """GloVe's answer, where the terms of the sum may be the answer."""
    glove_model = datasets.load("glove-6b-100d-subset")
    return {"nearest_to_the_sum": nearest_to_sum(glove_model, ["doctor", "woman"], ["man"])}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    for_doctor = neighbours(vectors, ["woman", "doctor"], ["man"])
    return {
        **ranked("doctor", for_doctor),
        "nurse_found": "nurse" in dict(for_doctor),
        **ranked("smart", neighbours(vectors, ["woman", "smart"], ["man"])),
    }
