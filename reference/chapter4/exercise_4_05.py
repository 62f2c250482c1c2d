"""Exercise 4.05: a phrase's vector is the average of its terms' vectors."""

import numpy as np
from gensim.models import KeyedVectors

from reference.chapter4.embeddings import phrase, similarity_of_phrases, text8_vectors
from reference.stages import stage


def run() -> dict[str, object]:
    vectors = KeyedVectors(vector_size=2)
    vectors.add_vectors(["get", "happy"], np.array([[1, 5], [3, 9]], dtype=np.float32))
    average = phrase(vectors, "get", "happy")
    similarity = vectors.cosine_similarities(average, [average])
    return {"average": average, "similarity": similarity}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    phrases = ("get", "happy"), ("make", "merry")
    return {"similarity_of_phrases": similarity_of_phrases(vectors, *phrases)}
