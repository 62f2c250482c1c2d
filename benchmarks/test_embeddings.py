"""Word2vec as the reference trains it against the fastest way that gensim knows."""

import time
from pathlib import Path

import numpy as np
import pytest
from gensim.models import Word2Vec
from gensim.models.word2vec import FAST_VERSION
from gensim.utils import save_as_line_sentence
from pytest_benchmark.fixture import BenchmarkFixture

from reference.chapter4.cleaning import Tokens, cleaned_alice
from reference.chapter4.embeddings import train

COPIES, ROUNDS, WORKERS = 20, 7, 2
BY_CHANCE = 1.5


@pytest.fixture(scope="module")
def sentences() -> list[Tokens]:
    """*Alice* many times over: an epoch must outlast the start of the threads."""
    return [list(sentence) for sentence in cleaned_alice()] * COPIES


def test_word2vec_against_gensims_own_best(
    sentences: list[Tokens], tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    """The best is a file of lines that gensim's C core reads by itself, on two threads."""
    assert FAST_VERSION >= 0, "gensim was built without its C core"
    file, best = tmp_path / "sentences.txt", []
    save_as_line_sentence(sentences, str(file))

    def by_file() -> None:
        start = time.perf_counter()
        Word2Vec(corpus_file=str(file), workers=WORKERS, seed=0)
        best.append(time.perf_counter() - start)

    benchmark.group = "word vectors"
    benchmark.pedantic(lambda: train(sentences, 0), setup=by_file, rounds=ROUNDS, iterations=1)
    ratio = benchmark.stats.stats.median / float(np.median(best))
    benchmark.extra_info |= {"unit": "word2vec", "over_gensims_best": ratio}
    assert ratio < BY_CHANCE
