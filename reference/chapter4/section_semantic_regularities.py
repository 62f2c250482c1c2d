"""Semantic Regularities in Word Embeddings: analogies by adding and subtracting vectors."""

from reference import datasets
from reference.chapter4.embeddings import nearest_to_sum, neighbours, ranked, text8_vectors
from reference.stages import stage


@stage(needs=("glove-6b-100d-subset",))
def with_the_terms_given() -> dict[str, object]:
    """GloVe's answer, where the terms of the sum may be the answer."""
    glove_model = datasets.load("glove-6b-100d-subset")
    return {"nearest_to_the_sum": nearest_to_sum(glove_model, ["uncle", "woman"], ["man"])}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    return {
        **ranked("king", neighbours(vectors, ["woman", "king"], ["man"])),
        **ranked("uncle", neighbours(vectors, ["uncle", "woman"], ["man"])),
    }
