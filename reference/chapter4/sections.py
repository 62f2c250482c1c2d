"""Sections of Chapter 4 on cleaning a text and on features that count its words.

Every public function is a section, and returns what its prose states, as observed.
"""

import re
from string import punctuation

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from reference import datasets
from reference.chapter4.cleaning import TEXT, cleaned_text, dropping, sentences_of, words_of
from reference.chapter4.exercise_4_03 import one_hot
from reference.stages import stage

FURBABY = (
    "I adopted a young Persian furbaby a month back. Like all furbabys, it loves to scratch its "
    "back and hates water, but unlike other furbabys, it miserably fails at catching a mouse."
)

# What the two chapters after this one work on, in their exercises and activities.
MATERIAL = {5: "share prices and random numbers", 6: "film and product reviews"}


def deep_learning_for_nlp() -> dict[str, object]:
    """Deep Learning for Natural Language Processing: where its tasks are performed."""
    return {
        "chapters_that_perform_tasks": [
            chapter for chapter, material in MATERIAL.items() if "reviews" in material
        ],
    }


@stage(needs=("punkt",))
def normalizing_case() -> dict[str, object]:
    """Normalizing Case: four spellings become one; before or after the sentences are found."""
    txt_sents = [sentence.lower() for sentence in sentences_of(TEXT)]
    lowered_first = sentences_of(TEXT.lower())
    txt_words = words_of(txt_sents)
    return {
        "entities_in_lower_case": sorted({word.lower() for word in ("car", "CAR", "Car", "caR")}),
        "entities_in_upper_case": sorted({word.upper() for word in ("car", "CAR", "Car", "caR")}),
        "strings_without_lower": [
            text for text in ("", "42", "caR", TEXT) if not hasattr(text, "lower")
        ],
        "lowered_before_less_after": sum(
            first != after for first, after in zip(lowered_first, txt_sents, strict=True)
        ),
        "txt_words": txt_words,
        "tokens_with_capitals": [
            token for sentence in txt_words for token in sentence if token != token.lower()
        ],
    }


@stage(needs=("punkt",))
def removing_punctuation() -> dict[str, object]:
    """Removing Punctuation: tokens that are a mark go, marks inside a token stay."""
    list_punct = list(punctuation)
    txt_words_nopunct = dropping(words_of(sentences_of(TEXT.lower())), list_punct)
    return {
        "list_punct": list_punct,
        "marks_unlike_those_of_ascii": sorted(
            {chr(code) for code in range(33, 127) if not chr(code).isalnum()} ^ set(list_punct)
        ),
        "dropped_from_dummy": dropping([["let", ".", "us", ".", "go", "!"]], list_punct)[0],
        "txt_words_nopunct": txt_words_nopunct,
        "tokens_of_punctuation_left": [
            token
            for sentence in txt_words_nopunct
            for token in sentence
            if all(mark in list_punct for mark in token)
        ],
    }


@stage(needs=("alice",))
def downloading_text_corpora() -> dict[str, object]:
    """Downloading Text Corpora Using NLTK: the text of Alice and its first 800 characters."""
    alice_raw = datasets.load("alice").raw("carroll-alice.txt")
    author = re.match(r"\[.+ by (.+) 1865\]", alice_raw)
    return {
        "alice_raw_type": type(alice_raw).__name__,
        "alice_raw_800": alice_raw[:800],
        "author": author[1] if author else "",
    }


@stage(needs=("punkt", "stopwords"))
def one_hot_encoding() -> dict[str, object]:
    """One-Hot Encoding: one column a term of interest (Figures 4.6 and 4.7)."""
    txt_words_nostop = cleaned_text()
    features = np.array(one_hot(txt_words_nostop, ["nlp", "deep", "learn"]))
    return {
        "txt_words_nostop": txt_words_nostop,
        "feature_of_nlp": features[:, 0],
        "features_of_three_terms": features,
        "features_a_term": features.shape[1] / 3,
        "sentences_with_nlp": [n for n, s in enumerate(txt_words_nostop, 1) if "nlp" in s],
    }


@stage(needs=("punkt",))
def distributed_representation() -> dict[str, object]:
    """Distributed Representation for Text: what counting words cannot see."""
    vectorizer = CountVectorizer()
    synonyms = vectorizer.fit_transform(["footpath", "sidewalk"])
    antonyms = vectorizer.fit_transform(["hot", "cold"])
    tokens = [token.lower() for sentence in words_of(sentences_of(FURBABY)) for token in sentence]
    return {
        "times_cat": tokens.count("cat"),
        "similarity_of_footpath_and_sidewalk": cosine_similarity(synonyms)[0, 1],
        "similarity_of_hot_and_cold": cosine_similarity(antonyms)[0, 1],
    }
