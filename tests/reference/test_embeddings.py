"""The trainings of Chapter 4 run whole on a small text, and its few functions do what they say."""

import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from gensim.models import KeyedVectors

from reference import datasets
from reference.chapter4 import (
    exercise_4_05,
    section_bias_in_embeddings,
    section_semantic_regularities,
    section_skip_gram_versus_cbow,
    section_training_word_embeddings,
    section_vector_size,
)
from reference.chapter4.embeddings import (
    missing,
    nearest_to_sum,
    ranked,
    similarity_of_phrases,
    text8_vectors,
    train,
)
from reference.chapter4.section_tokenization import with_marks
from reference.chapter4.section_word2vec import windows
from reference.datasets.kinds import KINDS

TERMS = (
    "animal happiness king queen man woman uncle aunt doctor smart oeuvre get happy make merry "
    "and eleven more terms that fill the lists of ten"
)


@pytest.fixture
def small_text8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text8 of a few terms, each frequent enough for a vector."""
    path = tmp_path / "text8.gz"
    words = np.random.default_rng(0).choice(TERMS.split(), size=3_000)
    path.write_bytes(gzip.compress((" " + " ".join(words)).encode()))

    def load(name: str) -> object:
        return KINDS[name].hand_over(path)

    monkeypatch.setattr(datasets, "load", load)
    text8_vectors.cache_clear()
    return path


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (section_training_word_embeddings.train_on_text8, {"animal_10", "happiness_10"}),
        (section_semantic_regularities.train_on_text8, {"king_5", "uncle_5", "king_terms"}),
        (section_vector_size.train_on_text8, {"king_5", "queen_found"}),
        (section_skip_gram_versus_cbow.train_on_text8, {"cbow_5", "skip_gram_5"}),
        (section_bias_in_embeddings.train_on_text8, {"doctor_5", "smart_5"}),
        (exercise_4_05.train_on_text8, {"similarity_of_phrases"}),
    ],
)
def test_a_training_on_text8_gives_every_similarity(
    small_text8: Path, stage: Callable[..., dict[str, object]], expected: set[str]
) -> None:
    found = stage(seed=3)
    assert expected <= found.keys()
    text8_vectors.cache_clear()


def test_text8_is_measured_in_characters(small_text8: Path) -> None:
    text = gzip.decompress(small_text8.read_bytes())
    assert section_training_word_embeddings.text8() == {"characters": len(text)}


def test_one_model_serves_every_section_of_a_seed(small_text8: Path) -> None:
    assert text8_vectors(1) is text8_vectors(1)
    assert text8_vectors(1) is not text8_vectors(1, sg=1)
    text8_vectors.cache_clear()


def test_a_list_of_neighbours_becomes_its_terms_and_a_similarity_a_rank() -> None:
    assert ranked("money", [("job", 0.8), ("care", 0.7)]) == {
        "money_terms": ["job", "care"],
        "money_1": 0.8,
        "money_2": 0.7,
    }


def test_the_nearest_to_a_sum_may_be_one_of_its_terms() -> None:
    vectors = KeyedVectors(vector_size=2)
    places = np.array([[9, 1], [0, 1], [0, 2], [1, 9]], dtype=np.float32)
    vectors.add_vectors(["doctor", "man", "woman", "nurse"], places)
    assert nearest_to_sum(vectors, ["doctor", "woman"], ["man"]) == "doctor"
    [(left, _)] = vectors.most_similar(positive=["doctor", "woman"], negative=["man"], topn=1)
    assert left == "nurse"


def test_printed_lists_are_compared_with_what_is_said_of_them() -> None:
    assert missing("job love", "care job") == ["love"]


def test_a_mark_within_a_token_is_found_and_the_apostrophe_of_a_clitic_is_none() -> None:
    assert with_marks(["we", "'ll", "!", "nlp!", "rabbit-hole", "can't"]) == [
        "nlp!",
        "rabbit-hole",
        "can't",
    ]


def test_phrases_are_compared_by_the_average_of_their_terms() -> None:
    vectors = KeyedVectors(vector_size=2)
    corners = np.array([[1, 0], [0, 1], [1, 1], [-1, 1]], dtype=np.float32)
    vectors.add_vectors(["right", "up", "diagonal", "left"], corners)
    assert similarity_of_phrases(vectors, ("right", "up"), ("diagonal", "diagonal")) == (
        pytest.approx(1.0)
    )
    assert similarity_of_phrases(vectors, ("right", "up"), ("left", "left")) == pytest.approx(0.0)


def test_a_phrase_with_an_unknown_term_is_refused_by_that_term() -> None:
    vectors = KeyedVectors(vector_size=2)
    vectors.add_vectors(["get", "happy"], np.eye(2, dtype=np.float32))
    with pytest.raises(KeyError, match="merry"):
        similarity_of_phrases(vectors, ("get", "happy"), ("get", "merry"))


def test_sentences_shorter_than_the_window_train_and_a_text_of_rare_terms_does_not() -> None:
    sentences = [["white", "rabbit"]] * 5
    assert len(train(sentences, seed=0, window=5).wv) == 2
    with pytest.raises(RuntimeError, match="vocabulary"):
        train(sentences[:4], seed=0)


def test_only_complete_windows_count() -> None:
    assert windows(["a", "b", "c", "d"], side=1) == [("b", ["a", "c"]), ("c", ["b", "d"])]
    assert windows(["a", "b"], side=1) == []
