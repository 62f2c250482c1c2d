"""Stemming and Lemmatization: Porter's rules against WordNet's dictionary."""

import time
from collections.abc import Callable

from nltk.stem import PorterStemmer, WordNetLemmatizer

from reference import datasets
from reference.chapter4.cleaning import stemmed
from reference.stages import stage

TXT = "I mustered all my drive, drove to the driving school!"
WORDS_TIMED = 10_000
RUNS = 3


def seconds(normalize: Callable[[str], str], words: list[str]) -> float:
    """Shortest of a few runs over all ``words``."""

    def once() -> float:
        start = time.perf_counter()
        for word in words:
            normalize(word)
        return time.perf_counter() - start

    return min(once() for _ in range(RUNS))


def run() -> dict[str, object]:
    stem = PorterStemmer().stem
    return {
        "stem_of_cats": stem("cats"),
        "stem_of_trophies": stem("trophies"),
        "stem_of_drives": stem("drives"),
        "stem_of_driving": stem("driving"),
        "stem_of_learning": stem("learning"),
        "stem_of_ponies": stem("ponies"),
        "stems_of_shoes_and_shoe": [stem("shoes"), stem("shoe")],
        "stems_of_mustered_driving_drove": [
            stem(word) for word in ("mustered", "driving", "drove")
        ],
        "sentence_stemmed_as_a_whole": stem(TXT),
    }


@stage(needs=("punkt",))
def sentence() -> dict[str, object]:
    return {"tokens_stemmed": stemmed([datasets.load("punkt").word_tokenize(TXT)])[0]}


@stage(needs=("wordnet", "alice"))
def lemmas() -> dict[str, object]:
    wordnet = datasets.load("wordnet")
    words = datasets.load("alice").raw("carroll-alice.txt").lower().split()[:WORDS_TIMED]
    lemmatizer, stemmer_p = WordNetLemmatizer(), PorterStemmer()
    found = {word: lemmatizer.lemmatize(word) for word in ("ponies", "furbabys", "poni")}
    return {
        "lemma_of_ponies": found["ponies"],
        "lemmas_of_drove": [lemmatizer.lemmatize("drove"), lemmatizer.lemmatize("drove", "v")],
        "lemmas_that_are_no_words": [
            lemma for lemma in found.values() if not wordnet.synsets(lemma)
        ],
        "meanings_of_poni": len(wordnet.synsets("poni")),
        "seconds_of_stemming": seconds(stemmer_p.stem, words),
        "seconds_of_lemmatizing": seconds(lemmatizer.lemmatize, words),
    }
