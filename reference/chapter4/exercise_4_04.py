"""Exercise 4.04: a document-term matrix with TF-IDF.

All seven terms that occur twice compete for five places, and which of them ``max_features`` keeps
is left to the sort; the values of the book's five terms are therefore measured with those given.
"""

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from reference.chapter4.cleaning import TEXT, sentences_of
from reference.chapter4.section_term_frequencies import columns
from reference.stages import stage

TERMS = ["and", "deep", "learn", "together", "we"]


@stage(needs=("punkt",))
def weigh() -> dict[str, object]:
    txt_sents = sentences_of(TEXT.lower())
    vectorizer_tfidf = TfidfVectorizer(max_features=5).fit(txt_sents)
    count_vectorizer = CountVectorizer(max_features=5).fit(txt_sents)
    given = TfidfVectorizer(vocabulary=TERMS).fit(txt_sents)
    weights = given.transform(txt_sents).toarray()
    counts = CountVectorizer(vocabulary=TERMS).transform(txt_sents).toarray()
    idf = dict(zip(TERMS, given.idf_, strict=True))
    frequency = dict(zip(TERMS, counts.sum(axis=0).tolist(), strict=True))
    return {
        "txt_sents": txt_sents,
        "vocabulary_size": len(vectorizer_tfidf.vocabulary_),
        "vocabulary_shown": repr(vectorizer_tfidf.vocabulary_),
        "terms_unlike_count_vectorizer": sorted(
            set(vectorizer_tfidf.vocabulary_) ^ set(count_vectorizer.vocabulary_)
        ),
        "weights_of_the_five_terms": weights,
        "weight_of_we_in_third_sentence": weights[2, TERMS.index("we")],
        "idf_of_the_five_terms": given.idf_,
        "counts_unlike_weights": int(np.sum(counts != weights)),
        "weights_and_those_below_1": [
            np.count_nonzero(weights),
            np.count_nonzero((weights > 0) & (weights.round(8) < 1)),
        ],
        "values_lowered_by_idf": int(np.sum(counts * given.idf_ < counts)),
        "values_lowered_by_norm": int(np.sum(weights < counts * given.idf_)),
        "highest_idf_of_and_deep_learn": max(idf[term] for term in ("and", "deep", "learn")),
        "lowest_idf_of_together_we": min(idf[term] for term in ("together", "we")),
        "frequencies": frequency,
        "lowest_frequency_of_and_deep_learn": min(
            frequency[term] for term in ("and", "deep", "learn")
        ),
        "highest_frequency_of_together_we": max(frequency[term] for term in ("together", "we")),
        "document_frequencies": dict(zip(TERMS, (counts > 0).sum(axis=0).tolist(), strict=True)),
    }


@stage(needs=("punkt", "avx2"))
def keep_five() -> dict[str, object]:
    """Without AVX2 NumPy's sort has equal numbers in another order, and other terms are kept."""
    txt_sents = sentences_of(TEXT.lower())
    vectorizer_tfidf = TfidfVectorizer(max_features=5).fit(txt_sents)
    return {
        "vocabulary": columns(vectorizer_tfidf),
        "txt_tfidf": vectorizer_tfidf.transform(txt_sents).toarray(),
        "idf": vectorizer_tfidf.idf_,
    }
