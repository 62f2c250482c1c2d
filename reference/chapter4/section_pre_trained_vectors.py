"""Using Pre-Trained Word Vectors: GloVe 6B in 100 dimensions.

A subset of the words gives single similarities exactly; what ranks all 400,000 needs them all.
"""

import tempfile
from pathlib import Path

import numpy as np
from gensim.models import KeyedVectors, Word2Vec
from gensim.scripts.glove2word2vec import glove2word2vec

from reference import datasets
from reference.attempts import attempt
from reference.chapter4.embeddings import neighbours, ranked
from reference.stages import stage

NEAR_MONEY = ("funds", "cash", "fund", "paying", "pay")
NEAR_QUEEN = ("queen", "monarch", "daughter", "princess")


def converted(lines: list[str]) -> tuple[list[str], KeyedVectors]:
    """A file in GloVe's format after ``glove2word2vec``: its lines, and its vectors as loaded."""
    with tempfile.TemporaryDirectory() as folder:
        glove_input_file, word2vec_output_file = Path(folder, "glove"), Path(folder, "word2vec")
        glove_input_file.write_text("".join(lines), encoding="utf-8")
        glove2word2vec(str(glove_input_file), str(word2vec_output_file))
        vectors = KeyedVectors.load_word2vec_format(str(word2vec_output_file), binary=False)
        return word2vec_output_file.read_text("utf-8").splitlines(keepends=True), vectors


def run() -> dict[str, object]:
    lines = ["money 0.5 1.0 0.0\n", "funds 0.25 1.0 0.0\n"]
    after, vectors = converted(lines)
    trained = Word2Vec([["money", "funds"]] * 5).wv
    return {
        "lines_added_by_conversion": [line.strip() for line in after if line not in lines],
        "lines_changed_by_conversion": [line for line in lines if line not in after],
        "terms_loaded": list(vectors.index_to_key),
        "loaded_of_the_same_class_as_trained": type(vectors) is type(trained),
        "unconverted": attempt(lambda: _load(lines)),
    }


def _load(lines: list[str]) -> KeyedVectors:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "glove")
        file.write_text("".join(lines), encoding="utf-8")
        return KeyedVectors.load_word2vec_format(str(file), binary=False)


def direction(vectors: KeyedVectors, term: str) -> np.ndarray:
    """A term's vector at length 1, in double precision."""
    vector = vectors[term].astype(np.float64)
    return vector / np.linalg.norm(vector)


def cosine(vector: np.ndarray, vectors: KeyedVectors, term: str) -> float:
    """Similarity of a vector and a term's, in double precision."""
    return float(vector @ direction(vectors, term) / np.linalg.norm(vector))


@stage(needs=("glove-6b-100d-subset",))
def single_similarities() -> dict[str, object]:
    """What needs no other term's vector; the sums are those of vectors at length 1, as gensim's."""
    glove_model = datasets.load("glove-6b-100d-subset")
    money, king, man, woman = (
        direction(glove_model, term) for term in ("money", "king", "man", "woman")
    )
    return {
        **{f"money_{term}": cosine(money, glove_model, term) for term in NEAR_MONEY},
        **{f"queen_{term}": cosine(king - man + woman, glove_model, term) for term in NEAR_QUEEN},
        "dimensions": glove_model.vector_size,
    }


@stage(needs=("glove-6b-words",))
def vocabulary() -> dict[str, object]:
    return {"number_of_terms": len(datasets.load("glove-6b-words"))}


@stage(tier="train", needs=("glove-6b-100d",))
def rankings() -> dict[str, object]:
    """What only the whole vocabulary can tell; it takes a minute to load."""
    glove_model = datasets.load("glove-6b-100d")
    return {
        **ranked("money", neighbours(glove_model, ["money"])),
        **ranked("queen", neighbours(glove_model, ["woman", "king"], ["man"])),
    }
