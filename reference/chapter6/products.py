"""Activity 6.01's way from product reviews to a stacked LSTM and its confusion matrix."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import keras
import numpy as np
from keras.layers import LSTM, Dense, Dropout, Embedding, SpatialDropout1D
from sklearn.metrics import confusion_matrix
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer

from reference.chapter4.cleaning import dropping, stemmed, stop_tokens, words_of
from reference.cores import Core
from reference.training import History, Validation

VOCAB_SIZE, MAXLEN = 10_000, 100
EPOCHS, BATCH_SIZE, VALIDATION_SHARE = 5, 128, 0.2
PREDICTION_BATCH = 1000


def compiled(first: list[keras.layers.Layer]) -> keras.Model:
    """The model of steps 12 to 16 after these first layers."""
    model = keras.Sequential(
        [
            *first,
            Embedding(VOCAB_SIZE, output_dim=32),
            SpatialDropout1D(0.4),
            LSTM(64, return_sequences=True),
            LSTM(64, return_sequences=False),
            Dropout(0.4),
            Dense(32, activation="relu"),
            Dropout(0.5),
            Dense(32, activation="relu"),
            Dropout(0.5),
            Dense(1, activation="sigmoid"),
        ]
    )
    model.compile("rmsprop", keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model


def build(steps: int | None = None) -> keras.Model:
    """The compiled model, for sequences of ``steps`` numbers (None: of any length)."""
    return compiled([keras.Input((steps,))])


CORE = Core("A6.01", partial(build, MAXLEN), EPOCHS, BATCH_SIZE)


def clean(raw: Iterable[str]) -> list[str]:
    """Steps 3 to 7: tokens in lower case, without stop words and punctuation, stemmed, rejoined."""
    tokens = dropping(words_of([text.lower() for text in raw]), stop_tokens())
    return [" ".join(stems) for stems in stemmed(tokens)]


def fitted(texts: list[str]) -> Any:
    """Steps 8 and 9: a tokenizer of 10,000 that has learned its vocabulary from ``texts``."""
    tok = Tokenizer(num_words=VOCAB_SIZE)
    tok.fit_on_texts(texts)
    return tok


def padded(tok: Any, texts: list[str]) -> np.ndarray:
    """Step 11: the numbers of each text's words, int32 (texts, 100)."""
    return pad_sequences(tok.texts_to_sequences(texts), maxlen=MAXLEN)


def train(
    X_train: np.ndarray, train_labels: np.ndarray, seed: int, epochs: int = EPOCHS
) -> tuple[keras.Model, History]:
    """Steps 12 to 17; the last fifth of the rows is held out."""
    first_held_out = int(len(X_train) * (1 - VALIDATION_SHARE))
    labels = np.asarray(train_labels)[:, np.newaxis]
    return CORE.train(
        X_train[:first_held_out],
        labels[:first_held_out],
        seed=seed,
        validation=Validation(X_train[first_held_out:], labels[first_held_out:]),
        epochs=epochs,
    )


def confusion_of(model: keras.Model, X_test: np.ndarray, test_labels: np.ndarray) -> np.ndarray:
    """Step 18: how often each label, a row, is predicted as each, a column."""
    predicted = model.predict(X_test, batch_size=PREDICTION_BATCH, verbose=0)[:, 0] > 0.5
    return confusion_matrix(test_labels, predicted, labels=[0, 1])
