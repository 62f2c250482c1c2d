"""Exercise 4.02: Porter's stems of the cleaned sentences."""

from collections.abc import Sequence

from nltk.stem import PorterStemmer

from reference.chapter4.cleaning import CLEANED, TEXT, cleaned, stemmed
from reference.stages import stage


@stage(needs=("punkt", "stopwords"))
def stem(
    raw_txt: str = TEXT, txt_words_nostop: Sequence[Sequence[str]] = CLEANED
) -> dict[str, object]:
    txt_words_nostop = cleaned(raw_txt, txt_words_nostop)
    stemmer_p = PorterStemmer()
    as_published = PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM)
    return {
        "txt_words_nostop": txt_words_nostop,
        "first_sentence_stemmed": stemmed(txt_words_nostop)[0],
        "stems_of_welcome_and_learning": [stemmer_p.stem("welcome"), stemmer_p.stem("learning")],
        "stems_as_published": [as_published.stem("welcome"), as_published.stem("learning")],
        "txt_words_stem": stemmed(txt_words_nostop),
    }
