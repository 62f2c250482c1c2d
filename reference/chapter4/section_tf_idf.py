"""The TF-IDF Method: how scikit-learn weighs a term by the documents that hold it."""

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from reference.chapter4.cleaning import TEXT, sentences_of
from reference.stages import stage

REVIEWS = ["mobile phone", "mobile review"]


def share_of_mobile(*, use_idf: bool) -> float:
    """What a term that both of two reviews hold has of the first review's weights."""
    vectorizer = TfidfVectorizer(use_idf=use_idf, norm=None)
    weights = vectorizer.fit_transform(REVIEWS).toarray()[0]
    return float(weights[vectorizer.vocabulary_["mobile"]] / weights.sum())


@stage(needs=("punkt",))
def weigh() -> dict[str, object]:
    txt_sents = sentences_of(TEXT.lower())
    vectorizer, counter = TfidfVectorizer(), CountVectorizer()
    weights = vectorizer.fit_transform(txt_sents).toarray()
    counts = counter.fit_transform(txt_sents).toarray()
    n, df = len(txt_sents), np.sum(counts > 0, axis=0)
    figure_4_9 = np.log(n / df) + 1
    smoothed = np.log((1 + n) / (1 + df)) + 1
    as_in_figure = TfidfVectorizer(smooth_idf=False, norm=None).fit(txt_sents)
    quantities = {
        "IDF": as_in_figure.idf_,
        "TF-IDF": as_in_figure.transform(txt_sents).toarray(),
    }
    by_term = dict(zip(vectorizer.get_feature_names_out(), vectorizer.idf_, strict=True))
    return {
        "deviation_from_figure_4_9": np.abs(vectorizer.idf_ - figure_4_9).max(),
        "deviation_from_smoothed_formula": np.abs(vectorizer.idf_ - smoothed).max(),
        "quantities_of_figure_4_9": [
            name for name, values in quantities.items() if np.allclose(values, figure_4_9)
        ],
        "idf_of_we": by_term["we"],
        "idf_of_deep": by_term["deep"],
        "share_of_mobile": share_of_mobile(use_idf=True),
        "share_of_mobile_without_idf": share_of_mobile(use_idf=False),
        "terms_unlike_count_vectorizer": sorted(
            set(vectorizer.vocabulary_) ^ set(counter.vocabulary_)
        ),
        "weights_less_counts_times_idf": np.abs(weights - counts * vectorizer.idf_).max(),
        "lengths_of_rows_less_1": np.abs(np.linalg.norm(weights, axis=1) - 1).max(),
    }
