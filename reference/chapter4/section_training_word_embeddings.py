"""Training Our Own Word Embeddings: gensim's word2vec on text8."""

import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from gensim import utils
from gensim.models import KeyedVectors, Word2Vec, word2vec
from gensim.models.word2vec import Text8Corpus

from reference import datasets
from reference.attempts import attempt
from reference.chapter4.cleaning import cleaned_alice
from reference.chapter4.embeddings import missing, neighbours, ranked, text8_vectors, train
from reference.stages import stage

# Lists as printed, and the terms that the text then names as part of them.
ANIMAL = "insect animals aquatic insects organism mammal eating ants humans feces"
NAMED_OF_ANIMAL = "insect animals insects mammal"
HAPPINESS = (
    "humanity perfection pleasure righteousness desires dignity goodness fear mankind salvation"
)
NAMED_OF_HAPPINESS = "humanity mankind goodness righteousness compassion"
IMPORTS_BEFORE = """\
import nltk
from nltk import tokenize
from string import punctuation
from nltk.corpus import stopwords
from nltk.stem import PorterStemmer
from nltk.stem import WordNetLemmatizer
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
import gensim.downloader as api
"""
RABBIT = "gardeners end came sort upon"  # Activity 4.02, Skip-gram
SEEDS = 20


def toy_corpus(words: int, seed: int = 0) -> list[list[str]]:
    """Sentences of ten words each, drawn from a vocabulary in which few are frequent."""
    ranks = np.random.default_rng(seed).zipf(1.5, size=words) % 200
    return np.char.add("w", ranks.astype(str)).reshape(-1, 10).tolist()


def farthest(one: KeyedVectors, other: KeyedVectors) -> float:
    """The greatest difference between two models' vectors of the same terms."""
    return float(np.abs(one.vectors - other[one.index_to_key]).max())


def run() -> dict[str, object]:
    sentences = toy_corpus(5_000)
    rare = [["once", "twice", "thrice", "again"]] * 4
    model = train([*sentences, *rare], seed=1, workers=1)
    found = model.wv.most_similar("w1")
    term, similarity = found[0]
    cosine = np.dot(model.wv["w1"], model.wv[term])
    cosine /= np.linalg.norm(model.wv["w1"]) * np.linalg.norm(model.wv[term])
    right, up = np.eye(2, dtype=np.float32)

    def after_seeding_numpy(number: int) -> KeyedVectors:
        np.random.seed(number)
        return Word2Vec(sentences, workers=1).wv

    notebook: dict[str, object] = {"dataset": sentences}  # what api.load("text8") would give
    exec(IMPORTS_BEFORE, notebook)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "text8")
        text.write_text(" ".join(" ".join(sentence) for sentence in toy_corpus(12_000)))
        dataset = Text8Corpus(str(text))
        lengths = [len(tokens) for tokens in dataset]
        training = attempt(lambda: Word2Vec(dataset, workers=1))
    return {
        "training_after_the_downloader": attempt(
            lambda: eval("word2vec.Word2Vec(dataset)", notebook)
        ),
        "spellings_of_Word2Vec": [name for name in vars(word2vec) if name.lower() == "word2vec"],
        "words_of_text8_lists": lengths,
        "text8_corpus_in_word2vec": training,
        "effect_of_seeding_numpy": farthest(after_seeding_numpy(1), after_seeding_numpy(2)),
        "effect_of_own_seed": farthest(
            Word2Vec(sentences, workers=1, seed=1).wv, Word2Vec(sentences, workers=1, seed=2).wv
        ),
        "length_of_vector": len(model.wv["w1"]),
        "vector_of_a_rare_term": attempt(lambda: model.wv["thrice"]),
        "number_found": len(found),
        "types_found": [type(found).__name__, *(type(part).__name__ for part in (found[0], term))],
        "most_similar_less_cosine": abs(similarity - float(cosine)),
        "out_of_order": sum(a < b for (_, a), (_, b) in itertools.pairwise(found)),
        "similarity_at_0_and_90_degrees": KeyedVectors.cosine_similarities(right, [right, up]),
        "named_of_animal_but_not_printed": missing(NAMED_OF_ANIMAL, ANIMAL),
        "named_of_happiness_but_not_printed": missing(NAMED_OF_HAPPINESS, HAPPINESS),
    }


@stage(tier="train")
def reproduce() -> dict[str, object]:
    """What makes two runs of the same training differ."""
    sentences = toy_corpus(100_000)
    one, other = (Word2Vec(sentences, workers=3, seed=1).wv for _ in range(2))
    return {
        "effect_of_cores": farthest(one, other),
        "effect_of_hash_seed": float(np.abs(_vector_under(1) - _vector_under(2)).max()),
    }


def _vector_under(hash_seed: int) -> np.ndarray:
    """A term's vector, trained in a Python whose hashes start from ``hash_seed``."""
    program = (
        f"from {__name__} import Word2Vec, toy_corpus\n"
        "print(*Word2Vec(toy_corpus(5_000), workers=1, seed=1).wv['w1'])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
    printed = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return np.array(printed.split(), dtype=np.float32)


@stage(tier="train", needs=("alice", "punkt", "stopwords"))
def agree() -> dict[str, object]:
    """How many of five printed neighbours other runs of the same training list too."""
    sentences = cleaned_alice()
    shared = []
    for seed in range(SEEDS):
        found = train(sentences, seed, sg=1, window=5).wv.most_similar("rabbit", topn=5)
        shared.append(len({term for term, _ in found}.intersection(RABBIT.split())))
    return {"printed_terms_found": np.array(shared), "half_of_the_terms": np.full(SEEDS, 2.5)}


@stage(needs=("text8",))
def text8() -> dict[str, object]:
    with utils.open(datasets.load("text8").fname, "rb") as text:
        return {"characters": len(text.read())}


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    vectors = text8_vectors(seed)
    return {
        "length_of_animal": len(vectors["animal"]),
        **ranked("animal", neighbours(vectors, ["animal"], topn=10)),
        **ranked("happiness", neighbours(vectors, ["happiness"], topn=10)),
    }
