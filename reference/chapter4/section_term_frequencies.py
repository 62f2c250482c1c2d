"""Term Frequencies: CountVectorizer makes a document-term matrix of text, or of tokens."""

import inspect
import warnings

import numpy as np
from scipy.sparse import issparse
from sklearn.feature_extraction.text import CountVectorizer

from reference.attempts import attempt
from reference.chapter4.cleaning import TEXT, Tokens, cleaned_text, sentences_of, stemmed
from reference.stages import stage

SIZE = 5


def of_tokens(**options: object) -> CountVectorizer:
    """A vectorizer of documents that are token lists already."""
    return CountVectorizer(preprocessor=_as_it_is, tokenizer=_as_it_is, **options)


def _as_it_is(document: Tokens) -> Tokens:
    return document


def columns(vectorizer: CountVectorizer) -> dict[str, int]:
    """The vocabulary: each term's column in the matrix."""
    return {term: int(column) for term, column in vectorizer.vocabulary_.items()}


def of_raw_text(txt_sents: list[str]) -> dict[str, object]:
    """What the vectorizer makes of sentences, with all their terms and with five."""
    everything = CountVectorizer()
    counts = everything.fit_transform(txt_sents).toarray()
    frequency = {term: int(counts[:, n].sum()) for term, n in everything.vocabulary_.items()}
    vectorizer = CountVectorizer(max_features=SIZE)
    sparse = vectorizer.fit_transform(txt_sents)
    picked = vectorizer.vocabulary_.keys()
    least_picked = min(frequency[term] for term in picked)
    return {
        "documents_and_terms": [len(txt_sents), len(frequency)],
        "shape_of_all_counts": list(counts.shape),
        "count_of_an_absent_term": counts[1, everything.vocabulary_["deep"]],
        "count_of_together": counts[1, everything.vocabulary_["together"]],
        "columns": sparse.shape[1],
        "vocabulary_shown": repr(vectorizer.vocabulary_),
        "cells_changed_by_fitting_again": (
            CountVectorizer(max_features=SIZE).fit(txt_sents).transform(txt_sents) != sparse
        ).nnz,
        "tokens_of_second_sentence": vectorizer.build_analyzer()(txt_sents[1]),
        "terms_left_out_that_are_more_frequent": sum(
            frequency[term] > least_picked for term in frequency.keys() - picked
        ),
        "dtm_is_sparse": issparse(sparse),
    }


def of_stemmed_tokens(txt_words_stem: list[Tokens]) -> dict[str, object]:
    """What it makes of token lists, with dummies for preprocessor and tokenizer."""
    vectorizer = of_tokens()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a tokenizer makes token_pattern idle
        with_dummies = attempt(lambda: vectorizer.fit(txt_words_stem))
        of_five = of_tokens(max_features=SIZE).fit(txt_words_stem)
    owners = {"vectorizer": vectorizer, "tokenizer": vectorizer.tokenizer}
    return {
        "tokens_with_dummies": with_dummies,
        "stems_and_stems_kept": [len(vectorizer.vocabulary_), len(of_five.vocabulary_)],
        "vocabulary_of_stems_shown": repr(of_five.vocabulary_),
        "owner_of_fit_transform": [
            name for name, owner in owners.items() if hasattr(owner, "fit_transform")
        ],
    }


@stage(needs=("punkt", "stopwords"))
def count() -> dict[str, object]:
    txt_sents = sentences_of(TEXT.lower())
    txt_words_stem = stemmed(cleaned_text())
    parameters = inspect.signature(CountVectorizer).parameters.values()
    return {
        "txt_sents": txt_sents,
        "txt_words_stem": txt_words_stem,
        "required_arguments": [p.name for p in parameters if p.default is p.empty],
        "text_as_raw_documents": attempt(lambda: CountVectorizer().fit(txt_sents)),
        "tokens_as_raw_documents": attempt(lambda: CountVectorizer().fit(txt_words_stem)),
        **of_raw_text(txt_sents),
        **of_stemmed_tokens(txt_words_stem),
    }


@stage(needs=("punkt", "stopwords", "avx2"))
def keep_five() -> dict[str, object]:
    """Which of equally frequent terms are kept: NumPy's sort decides, and does so by processor."""
    vectorizer = CountVectorizer(max_features=SIZE)
    of_stems = of_tokens(max_features=SIZE, token_pattern=None)
    dtm_of_text = vectorizer.fit_transform(sentences_of(TEXT.lower())).toarray()
    dtm_of_stems = of_stems.fit_transform(stemmed(cleaned_text())).toarray()
    vocabulary = columns(vectorizer)
    return {
        "vocabulary_of_text": vocabulary,
        "dtm_of_text": dtm_of_text,
        "last_two_of_second_row": dtm_of_text[1, -2:],
        "terms_of_last_two_columns": [term for term, n in vocabulary.items() if n >= SIZE - 2],
        "vocabulary_of_stems": columns(of_stems),
        "dtm_of_stems": dtm_of_stems,
        "cells_unlike_those_of_text": np.sum(dtm_of_stems != dtm_of_text),
    }
