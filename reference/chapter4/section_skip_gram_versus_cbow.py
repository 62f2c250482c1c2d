"""Skip-gram Versus CBOW: which of the two for rare terms, which for a small text."""

import csv
from collections import Counter

import numpy as np
from gensim.models import KeyedVectors, Word2Vec
from gensim.test.utils import datapath
from scipy.stats import spearmanr

from reference import datasets
from reference.chapter4.embeddings import missing, neighbours, ranked, text8_vectors, train
from reference.stages import stage

SEEDS = 5
CBOW = "baglione chateaubriand kurosawa swinburne poetess"
NAMED_OF_CBOW = "swinburne kurosawa baglione chateaubriand"
SKIP_GRAM = "masterful orchestration mussorgsky showcasing lithographs"
NAMED_OF_SKIP_GRAM = "masterful orchestration showcasing"
RARE = 20  # occurrences in the Brown corpus, of more than a million words

Judgement = tuple[str, str, float]


def human_judgements() -> list[Judgement]:
    """Pairs of words and how similar people find them (WordSim-353, which gensim brings along)."""
    with open(datapath("wordsim353.tsv"), encoding="utf-8", newline="") as table:
        rows = csv.reader((line for line in table if not line.startswith("#")), delimiter="\t")
        return [(first.lower(), second.lower(), float(value)) for first, second, value in rows]


def agreement(vectors: KeyedVectors, judgements: list[Judgement]) -> float:
    """Rank correlation of the vectors' similarities with people's."""
    similarities = [vectors.similarity(first, second) for first, second, _ in judgements]
    return float(spearmanr(similarities, [value for *_, value in judgements]).statistic)


def run() -> dict[str, object]:
    sentences = [["an", "artist", "and", "her", "oeuvre"]] * 5
    return {
        "sg_by_default": Word2Vec(sentences).sg,
        "cbow_averages": Word2Vec(sentences).cbow_mean,
        "named_of_cbow_but_not_printed": missing(NAMED_OF_CBOW, CBOW),
        "named_of_skip_gram_but_not_printed": missing(NAMED_OF_SKIP_GRAM, SKIP_GRAM),
        "default_length": Word2Vec(sentences).vector_size,
    }


@stage(needs=("glove-6b-words",))
def commonness() -> dict[str, object]:
    """GloVe's words are in the order of their frequency, the most frequent first."""
    return {"words_more_frequent_than_oeuvre": datasets.load("glove-6b-words").index("oeuvre")}


@stage(tier="full", needs=("brown",))
def compare() -> dict[str, object]:
    """Both methods on the Brown corpus, over a few seeds."""
    sentences = [[word.lower() for word in sentence] for sentence in datasets.load("brown").sents()]
    count = Counter(word for sentence in sentences for word in sentence)
    known = [judged for judged in human_judgements() if _rarest(judged, count) >= 5]
    rare = [judged for judged in known if _rarest(judged, count) <= RARE]
    found: dict[str, list[float]] = {}
    for seed in range(SEEDS):
        for name, sg in (("cbow", 0), ("skip_gram", 1)):
            vectors = train(sentences, seed, sg=sg).wv
            found.setdefault(f"{name}_on_all", []).append(agreement(vectors, known))
            found.setdefault(f"{name}_on_rare", []).append(agreement(vectors, rare))
    return {name: np.array(values) for name, values in found.items()}


def _rarest(judged: Judgement, count: Counter[str]) -> int:
    return min(count[judged[0]], count[judged[1]])


@stage(tier="full", needs=("text8",))
def train_on_text8(seed: int = 0) -> dict[str, object]:
    return {
        **ranked("cbow", neighbours(text8_vectors(seed), ["oeuvre"])),
        **ranked("skip_gram", neighbours(text8_vectors(seed, sg=1), ["oeuvre"])),
    }
