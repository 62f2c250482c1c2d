"""Summarizing the Classical Approaches: bags of words, in rows as long as the vocabulary."""

from statistics import fmean

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from reference import datasets
from reference.chapter4.cleaning import TEXT, sentences_of
from reference.stages import stage


@stage(needs=("punkt",))
def represent() -> dict[str, object]:
    txt_sents = sentences_of(TEXT.lower())
    approaches = (CountVectorizer(binary=True), CountVectorizer(), TfidfVectorizer())
    matrices = [approach.fit_transform(txt_sents).toarray() for approach in approaches]
    backwards = [" ".join(reversed(sentence.split())) for sentence in txt_sents]
    return {
        "shapes": [list(matrix.shape) for matrix in matrices],
        "changed_by_word_order": sum(
            int(np.sum(~np.isclose(approach.transform(backwards).toarray(), matrix)))
            for approach, matrix in zip(approaches, matrices, strict=True)
        ),
        "shares_of_zeros": np.array([np.mean(matrix == 0) for matrix in matrices]),
    }


@stage(needs=("alice",))
def vocabulary() -> dict[str, object]:
    alice_raw = datasets.load("alice").raw("carroll-alice.txt")
    return {"terms_of_alice": len(CountVectorizer().fit([alice_raw]).vocabulary_)}


@stage(needs=("brown",))
def sentences() -> dict[str, object]:
    """Lengths in the corpus's own files, a sentence a line and a word with its tag one token."""
    lines = datasets.load("brown").raw().splitlines()
    return {"words_a_sentence": fmean(len(line.split()) for line in lines if line.strip())}
