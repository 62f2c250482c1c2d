"""Exercise 4.03: a row of ones and zeros for each sentence, a column for each target term."""

from collections.abc import Sequence

import numpy as np

from reference.chapter4.cleaning import TEXT, Tokens, cleaned_text
from reference.stages import stage


def one_hot(sentences: list[Tokens], target_terms: Sequence[str]) -> list[list[int]]:
    """1 where the sentence holds the term, else 0: a row a sentence, a column a term."""
    return [[int(term in sentence) for term in target_terms] for sentence in sentences]


@stage(needs=("punkt", "stopwords"))
def encode(
    raw_txt: str = TEXT, target_terms: Sequence[str] = ("nlp", "deep", "learn")
) -> dict[str, object]:
    txt_words_nostop = cleaned_text(raw_txt)
    one_hot_mat = one_hot(txt_words_nostop, target_terms)
    array = np.array(one_hot_mat)
    return {
        "txt_words_nostop": txt_words_nostop,
        "target_terms": list(target_terms),
        "one_hot_mat": one_hot_mat,
        "values_in_it": np.unique(array),
        "lengths_of_rows": sorted({len(row) for row in one_hot_mat}),
        "rows_for_sentences": [len(one_hot_mat), len(txt_words_nostop)],
        "column_of_learn": array[:, 2],
    }
