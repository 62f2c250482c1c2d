"""Activity 4.01: the preprocessing of *Alice's Adventures in Wonderland*."""

from collections import Counter
from string import punctuation

from reference import datasets
from reference.chapter4.cleaning import (
    TEXT,
    dropping,
    sentences_of,
    stemmed,
    stop_tokens,
    words_of,
)
from reference.stages import stage


@stage(needs=("alice", "punkt", "stopwords"))
def preprocess() -> dict[str, object]:
    alice_raw = datasets.load("alice").raw("carroll-alice.txt")
    txt_sents = sentences_of(alice_raw.lower())
    stop_context = ["--", "said"]
    alice_words = words_of(txt_sents)
    alice_words_nostop = dropping(alice_words, stop_tokens(*stop_context))
    without_context = dropping(alice_words, stop_tokens())
    frequency = Counter(token for sentence in without_context for token in sentence)
    left = {token for sentence in alice_words_nostop for token in sentence}
    return {
        "times_the_toy_text": len(alice_raw) / len(TEXT),
        "stop_context": stop_context,
        "most_frequent_without_them": [token for token, _ in frequency.most_common(3)],
        "alice_words_nostop": alice_words_nostop[:5],
        "alice_words_stem": stemmed(alice_words_nostop[:5]),
        "contextual_words_left": sorted(left.intersection(stop_context)),
        "stop_words_left": sorted(left.intersection(datasets.load("stopwords").words("english"))),
        "tokens_of_punctuation_left": sorted(
            token for token in left if all(mark in punctuation for mark in token)
        ),
    }
