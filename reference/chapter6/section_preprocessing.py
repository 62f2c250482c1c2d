"""Staging and Preprocessing Our Data: what ``pad_sequences`` puts in and takes away."""

import inspect

import numpy as np
from tensorflow.keras import preprocessing

from reference.attempts import attempt
from reference.chapter6.reviews import load_reviews
from reference.chapter6.sentiment import MAXLEN, VOCAB_SIZE
from reference.stages import stage

pad_sequences = preprocessing.sequence.pad_sequences

SHORT, LONG = [[7, 8, 9]], [[1, 2, 3, 4, 5, 6, 7]]
REVIEW = 5


def run() -> dict[str, object]:
    from_short, from_long = pad_sequences(SHORT, maxlen=5), pad_sequences(LONG, maxlen=5)
    parameters = inspect.signature(pad_sequences).parameters
    return {
        "sequences_module": attempt(
            lambda: exec("from tensorflow.keras.preprocessing import sequences")
        ),
        "import_of_pad_sequence": attempt(
            lambda: exec("from tensorflow.keras.preprocessing.sequence import pad_sequence")
        ),
        "listing": attempt(lambda: preprocessing.sequence.pad_sequences(SHORT, maxlen=MAXLEN)),
        "defaults": {name: parameters[name].default for name in ("padding", "truncating")},
        "dtype_of_padded": from_short.dtype.name,
        "from_short": from_short,
        "from_long": from_long,
        "terms_lost_of_short": len(set(SHORT[0]) - set(from_short[0].tolist())),
        "terms_lost_of_long": len(set(LONG[0]) - set(from_long[0].tolist())),
        "truncating_post": pad_sequences(LONG, maxlen=5, truncating="post"),
        "padding_post": pad_sequences(SHORT, maxlen=5, padding="post"),
    }


@stage(needs=("imdb",))
def data() -> dict[str, object]:
    training, test = load_reviews(VOCAB_SIZE)
    X_train = pad_sequences(training.lists(), maxlen=MAXLEN)
    X_test = pad_sequences(test.lists(), maxlen=MAXLEN)
    zeros = int(np.argmax(X_train[REVIEW] != 0))
    return {
        "X_train_shape": X_train.shape,
        "X_test_shape": X_test.shape,
        "X_train_5": X_train[REVIEW, zeros:],
        "zeros_at_the_beginning": zeros,
        "zeros_later_on": int(np.sum(X_train[REVIEW, zeros:] == 0)),
    }
