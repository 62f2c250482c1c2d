"""Semantic Regularities in Word Embeddings: analogies by adding and subtracting vectors."""

from reference.chapter4.embeddings import nearest_to_sum, neighbours, ranked, text8_vectors
from reference.stages import stage


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    return {
        **ranked("king", neighbours(vectors, ["woman", "king"], ["man"])),
        **ranked("uncle", neighbours(vectors, ["uncle", "woman"], ["man"])),
        "nearest_to_the_sum": nearest_to_sum(vectors, ["uncle", "woman"], ["man"]),
    }
