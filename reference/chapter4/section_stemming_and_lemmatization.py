"""Stemming and Lemmatization: Porter's rules against WordNet's dictionary."""

import inspect
import time
from collections.abc import Callable

from nltk.stem import PorterStemmer, WordNetLemmatizer

from reference import datasets
from reference.chapter4.cleaning import stemmed
from reference.stages import stage

TXT = "I mustered all my drive, drove to the driving school!"


def seconds(normalize: Callable[[str], str], words: list[str]) -> float:
    """Processor time for all words, so that what else the machine does is not counted."""
    start = time.process_time()
    for word in words:
        normalize(word)
    return time.process_time() - start


def rule_of_step_1a(word: str) -> list[str]:
    """The suffix and its substitute by which the first step of Porter's algorithm stems a word."""
    stemmer = PorterStemmer()
    # es to e and s to nothing give the same stems: only the rules themselves tell them apart.
    stemmer._apply_rule_list = lambda word, rules: rules
    rules = stemmer._step1a(word)
    return next([suffix, put] for suffix, put, _ in rules if word.endswith(suffix))


def run() -> dict[str, object]:
    stem = PorterStemmer().stem
    return {
        "stem_of_cats": stem("cats"),
        "stem_of_trophies": stem("trophies"),
        "stem_of_drives": stem("drives"),
        "rule_for_drives": rule_of_step_1a("drives"),
        "stem_of_driving": stem("driving"),
        "stem_of_sitting": stem("sitting"),
        "stem_of_ponies": stem("ponies"),
        "stems_of_shoes_and_shoe": [stem("shoes"), stem("shoe")],
        "stems_of_mustered_driving_drove": [
            stem(word) for word in ("mustered", "driving", "drove")
        ],
        "kind_of_PorterStemmer": "class" if inspect.isclass(PorterStemmer) else "function",
        "sentence_stemmed_as_a_whole": stem(TXT),
    }


@stage(needs=("punkt",))
def sentence() -> dict[str, object]:
    return {"tokens_stemmed": stemmed([datasets.load("punkt").word_tokenize(TXT)])[0]}


@stage(needs=("wordnet", "alice"))
def lemmas() -> dict[str, object]:
    wordnet = datasets.load("wordnet")
    words = datasets.load("alice").raw("carroll-alice.txt").lower().split()
    lemmatizer, stemmer_p = WordNetLemmatizer(), PorterStemmer()
    # Its first word makes the lemmatizer read its dictionary, before the clock starts.
    found = [lemmatizer.lemmatize(word) for word in ("ponies", "was", "has", "furbabys")]
    return {
        "lemma_of_ponies": found[0],
        "lemmas_of_variants_of_eat": sorted(
            {lemmatizer.lemmatize(word, "v") for word in ("eat", "eats", "eating", "ate")}
        ),
        "lemmas_of_drove": [lemmatizer.lemmatize("drove"), lemmatizer.lemmatize("drove", "v")],
        "lemmas_that_are_no_words": [
            lemma
            for lemma in found
            if not any(lemma in synset.lemma_names() for synset in wordnet.synsets(lemma))
        ],
        "meanings_of_poni": len(wordnet.synsets("poni")),
        "seconds_of_stemming": seconds(stemmer_p.stem, words),
        "seconds_of_lemmatizing": seconds(lemmatizer.lemmatize, words),
    }
