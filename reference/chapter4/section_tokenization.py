"""Tokenization: a text becomes sentences, sentences become words."""

import re
from string import punctuation
from unittest import mock

import nltk
from nltk import tokenize
from nltk.tokenize.punkt import PunktTokenizer

from reference.chapter4.cleaning import sentences_of, words_of
from reference.stages import stage

# The listing of Getting Started with Text Data Handling, its continued lines indented.
RAW_TXT = """Welcome to the world of Deep Learning for NLP! \
    We're in this together, and we'll learn together. \
    NLP is amazing, \
    and Deep Learning makes it even more fun. \
    Let's learn!"""


def package_asked_for() -> str:
    """What NLTK says to download where ``sent_tokenize`` finds no model of sentences."""
    with mock.patch.object(nltk.data, "path", []):
        try:
            PunktTokenizer()
        except LookupError as error:
            asked = re.search(r"nltk\.download\('(\w+)'\)", str(error))
            return asked[1] if asked else str(error)
    return "nothing"


def with_marks(tokens: list[str]) -> list[str]:
    """Tokens of several characters with a mark among them, but for the apostrophe of a clitic."""
    return [
        token
        for token in tokens
        if len(token) > 1 and not set(punctuation).isdisjoint(token.lstrip("'"))
    ]


def run() -> dict[str, object]:
    return {
        "package_asked_for": package_asked_for(),
        "raw_txt_type": type(RAW_TXT).__name__,
        "characters_of_nlp": tokenize.regexp_tokenize("nlp", "."),
        "tokens_of_a_tweet": tokenize.TweetTokenizer().tokenize("@you :-) #nlp"),
    }


@stage(needs=("punkt",))
def tokens() -> dict[str, object]:
    txt_sents = sentences_of(RAW_TXT)
    txt_words = words_of(txt_sents)
    flat = [token for sentence in txt_words for token in sentence]
    return {
        "txt_sents": txt_sents,
        "txt_sents_type_and_length": [type(txt_sents).__name__, len(txt_sents)],
        "types_of_elements": sorted({type(sentence).__name__ for sentence in txt_sents}),
        "types_of_txt_words": [type(txt_words).__name__, type(txt_words[0]).__name__],
        "txt_words": txt_words,
        "tokens_of_we_ll": words_of(["we'll"])[0],
        "marks_within_tokens": with_marks(flat),
    }
