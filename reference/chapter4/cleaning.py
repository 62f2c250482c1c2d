"""Cleaning a text as Exercise 4.01, Exercise 4.02 and Activity 4.01 do, step by step."""

from collections.abc import Sequence
from string import punctuation

from nltk.stem import PorterStemmer

from reference import datasets

TEXT = (
    "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn "
    "together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
)

Tokens = list[str]

# The text's words without punctuation and stop words, as Exercises 4.02 and 4.03 print them.
CLEANED: tuple[tuple[str, ...], ...] = (
    ("welcome", "world", "deep", "learning", "nlp"),
    ("'re", "together", "'ll", "learn", "together"),
    ("nlp", "amazing", "deep", "learning", "makes", "even", "fun"),
    ("let", "'s", "learn"),
)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, as Punkt finds them."""
    return datasets.load("punkt").sent_tokenize(text)


def words_of(sentences: list[str]) -> list[Tokens]:
    """The tokens of each sentence."""
    tokenize = datasets.load("punkt")
    return [tokenize.word_tokenize(sentence) for sentence in sentences]


def stop_tokens(*contextual: str) -> list[str]:
    """Punctuation marks, NLTK's stop words, and those that only this text makes worthless."""
    return [*punctuation, *datasets.load("stopwords").words("english"), *contextual]


def dropping(sentences: list[Tokens], unwanted: list[str]) -> list[Tokens]:
    """The sentences without the unwanted tokens."""
    refused = set(unwanted)
    return [[token for token in sentence if token not in refused] for sentence in sentences]


def stemmed(sentences: list[Tokens]) -> list[Tokens]:
    """The sentences with Porter's stem in place of each token."""
    stem = PorterStemmer().stem
    return [[stem(token) for token in sentence] for sentence in sentences]


def cleaned(text: str, words: Sequence[Sequence[str]]) -> list[Tokens]:
    """The words given, where they are not the book's; else those that cleaning leaves of a text."""
    given = [list(sentence) for sentence in words]
    return cleaned_text(text) if given == list(map(list, CLEANED)) else given


def cleaned_text(text: str = TEXT) -> list[Tokens]:
    """The sentences of a text, that of Exercise 4.01, without punctuation and stop words."""
    return dropping(words_of(sentences_of(text.lower())), stop_tokens())


def cleaned_alice() -> list[Tokens]:
    """The sentences of *Alice's Adventures in Wonderland*, cleaned as in Activity 4.01."""
    alice_raw = datasets.load("alice").raw("carroll-alice.txt")
    return dropping(words_of(sentences_of(alice_raw.lower())), stop_tokens("--", "said"))
