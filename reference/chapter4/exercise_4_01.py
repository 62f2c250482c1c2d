"""Exercise 4.01: sentences, words, lower case, and out with punctuation and stop words."""

from string import punctuation

from reference import datasets
from reference.chapter4.cleaning import dropping, sentences_of, words_of
from reference.stages import stage

TEXT = """Welcome to the world of deep learning for NLP! \
We're in this together, and we'll learn together. \
NLP is amazing, \
and deep learning makes it even more fun. \
Let's learn!"""


@stage(needs=("punkt", "stopwords"))
def clean(raw_txt: str = TEXT) -> dict[str, object]:
    txt_sents = sentences_of(raw_txt.lower())
    txt_words = words_of(txt_sents)
    stop_punct = list(punctuation)
    stop_nltk = datasets.load("stopwords").words("english")
    stop_final = stop_punct + stop_nltk
    txt_words_nostop = dropping(txt_words, stop_final)
    left = [token for sentence in txt_words_nostop for token in sentence]
    return {
        "raw_txt": raw_txt,
        "txt_sents": txt_sents,
        "txt_words": txt_words,
        "stop_punct": stop_punct,
        "stop_nltk": stop_nltk,
        "stop_final": stop_final,
        "txt_words_nostop": txt_words_nostop,
        "unwanted_tokens_left": [token for token in left if token in stop_final],
    }
