"""Making Predictions on Unseen Data: the chapter's pipeline beside the numbers it must give."""

from collections.abc import Iterable

import numpy as np
from tensorflow.keras.preprocessing.text import text_to_word_sequence

from reference import datasets
from reference.attempts import attempt
from reference.chapter6.experiments import train, train_each
from reference.chapter6.reviews import (
    OFFSET,
    OUT_OF_VOCABULARY,
    START,
    Reviews,
    decode,
    load_reviews,
)
from reference.chapter6.sentiment import CORES, MAXLEN, VOCAB_SIZE, build
from reference.stages import stage

GOOD = "An excellent movie!"
BAD = "Don't watch this movie - poor acting, poor script, bad direction."
UNKNOWN = "An excellent supercalifragilistic movie!"


def limited(word_map: dict[str, int]) -> dict[str, int]:
    """The section's ``vocab_map``: the first 8,000 words by their rank."""
    return dict(sorted(word_map.items(), key=lambda item: item[1])[:VOCAB_SIZE])


def preprocess(review: str, vocab_map: dict[str, int]) -> list[int | None]:
    """The section's function: the rank of each word, nothing for a word without one."""
    return [vocab_map.get(token) for token in text_to_word_sequence(review)]


def words_of_punctuation(words: Iterable[str]) -> list[str]:
    """Code points of the words that hold no letter and no digit: some of them cannot be shown."""
    marks = "".join(word for word in words if not any(map(str.isalnum, word)))
    return sorted(f"U+{ord(mark):04X}" for mark in marks)


def encode(review: str, word_map: dict[str, int]) -> np.ndarray:
    """A text as the training reviews are encoded and padded: shape (1, 200)."""
    ranks = [word_map.get(token, VOCAB_SIZE) + OFFSET for token in text_to_word_sequence(review)]
    numbers = [START, *(rank if rank < VOCAB_SIZE else OUT_OF_VOCABULARY for rank in ranks)]
    one = Reviews(np.array(numbers), np.array([len(numbers)]), np.array([0]))
    return one.padded(MAXLEN)


def run() -> dict[str, object]:
    return {
        "import": attempt(
            lambda: exec("from tensorflow.keras.preprocessing.text import text_to_word_sequence")
        ),
        "tokens": text_to_word_sequence(GOOD),
    }


@stage(needs=("imdb-word-index",))
def vocabulary() -> dict[str, object]:
    """The map of words, the function, and what a model makes of its numbers."""
    word_map = datasets.load("imdb-word-index")
    vocab_map = limited(word_map)
    model = build("model_rnn")
    last_word = max(vocab_map, key=vocab_map.__getitem__)
    return {
        "thousands_of_terms": len(word_map) / 1000,
        "capitals": sorted({letter for letter in "".join(vocab_map) if letter.isupper()}),
        "words_of_punctuation": words_of_punctuation(vocab_map),
        "vocab_map_size": len(vocab_map),
        "kinds_of_vocab_map": [
            type(vocab_map).__name__,
            *sorted({type(term).__name__ for term in vocab_map}),
            *sorted({type(index).__name__ for index in vocab_map.values()}),
        ],
        "indices_of_vocab_map": {
            "lowest": min(vocab_map.values()),
            "highest": max(vocab_map.values()),
            "different": len(set(vocab_map.values())),
        },
        "preprocessed": preprocess(GOOD, vocab_map),
        "unknown_words_of_second_review": preprocess(BAD, vocab_map).count(None),
        "kinds_returned": sorted(
            {type(number).__name__ for number in preprocess(UNKNOWN, vocab_map)}
        ),
        "predict_classes": attempt(lambda: model.predict_classes),
        "predict_known": attempt(
            lambda: model.predict(np.array([preprocess(GOOD, vocab_map)]), verbose=0)
        ),
        "predict_unknown": attempt(
            lambda: model.predict(np.array([preprocess(UNKNOWN, vocab_map)]), verbose=0)
        ),
        "predict_last_word": attempt(
            lambda: model.predict(np.array([preprocess(last_word, vocab_map)]), verbose=0)
        ),
        "length_for_the_model": len(preprocess(GOOD, vocab_map)),
    }


@stage(needs=("imdb", "imdb-word-index"))
def numbering() -> dict[str, object]:
    """A loaded review, decoded to its text, goes through the function."""
    vocab_map = limited(datasets.load("imdb-word-index"))
    _, test = load_reviews(VOCAB_SIZE)
    loaded = next(review for review in test.lists() if OUT_OF_VOCABULARY not in review)
    text = " ".join(decode(loaded[1:]))
    again = preprocess(text, vocab_map)
    return {
        "first_number_again": again[0],
        "offsets": np.unique(np.array(loaded[1:]) - np.array(again)),
        "largest_rank_used": int(test.tokens.max()) - OFFSET,
    }


@stage(tier="train", needs=("imdb", "imdb-word-index"))
def predictions(seed: int = 0) -> dict[str, object]:
    """Probabilities that the trained model gives the two reviews, by either pipeline."""
    word_map = datasets.load("imdb-word-index")
    vocab_map = limited(word_map)
    model = train("model_rnn", seed, CORES["model_rnn"].epochs).model
    by_function = [
        float(model(np.array([preprocess(review, vocab_map)]))[0, 0]) for review in (GOOD, BAD)
    ]
    as_trained = [float(model(encode(review, word_map))[0, 0]) for review in (GOOD, BAD)]
    return {
        "first_prediction": int(by_function[0] > 0.5),
        "second_prediction": int(by_function[1] > 0.5),
        "probabilities": by_function,
        "probabilities_as_trained": as_trained,
    }


@stage(tier="full", needs=("imdb", "imdb-word-index"))
def predictions_over_seeds() -> dict[str, float]:
    """How often models from several starts call the second review negative."""
    vocab_map = limited(datasets.load("imdb-word-index"))
    numbers = np.array([preprocess(BAD, vocab_map)])
    called_negative = [float(run.model(numbers)[0, 0]) <= 0.5 for run in train_each("model_rnn")]
    return {"share_called_negative": float(np.mean(called_negative))}
