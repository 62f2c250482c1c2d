"""Activity 4.02: word vectors of *Alice's Adventures in Wonderland*, and GloVe's."""

import re
from collections import Counter

import numpy as np
from gensim.models import KeyedVectors

from reference import datasets
from reference.chapter4.cleaning import cleaned_alice
from reference.chapter4.embeddings import neighbours, ranked, similarity_of_phrases, train
from reference.stages import stage

PHRASES = ("white", "rabbit"), ("mad", "hatter")


def similarity_of_any_two(vectors: KeyedVectors) -> float:
    """The median of the similarities of all pairs of terms."""
    unit = vectors.get_normed_vectors()
    return float(np.median((unit @ unit.T)[np.triu_indices(len(unit), 1)]))


@stage(needs=("alice", "punkt", "stopwords"))
def represent(seed: int = 0) -> dict[str, object]:
    alice_raw = datasets.load("alice").raw("carroll-alice.txt")
    alice_words_nostop = cleaned_alice()
    count = Counter(token for sentence in alice_words_nostop for token in sentence)
    model = train(alice_words_nostop, seed)
    default = model.wv
    narrow = train(alice_words_nostop, seed, window=2).wv
    skip_gram = train(alice_words_nostop, seed, window=5, sg=1).wv
    return {
        "alice_words_nostop": alice_words_nostop[:3],
        "default_window": model.window,
        **ranked("default", neighbours(default, ["rabbit"])),
        **ranked("window_2", neighbours(narrow, ["rabbit"])),
        **ranked("skip_gram", neighbours(skip_gram, ["rabbit"])),
        "similarity_of_phrases": similarity_of_phrases(skip_gram, *PHRASES),
        "similarity_of_any_two_terms": similarity_of_any_two(skip_gram),
        "share_of_terms_with_a_vector": len(default) / len(count),
        "times_mad_hatter": len(re.findall(r"\bmad\s+hatter\b", alice_raw, re.IGNORECASE)),
        "times_hatter": len(re.findall(r"\bhatter\b", alice_raw, re.IGNORECASE)),
    }


@stage(tier="train", needs=("glove-6b-100d",))
def compare() -> dict[str, object]:
    """The same phrases in GloVe, which takes a minute to load."""
    glove_model = datasets.load("glove-6b-100d")
    return {"similarity_by_glove": similarity_of_phrases(glove_model, *PHRASES)}
