"""Activity 6.01: stacked LSTMs on Amazon's product reviews, from raw text to confusion matrix."""

import inspect
import io
from itertools import combinations

import numpy as np
import pandas as pd
from keras.layers import LSTM, Dense
from sklearn.metrics import confusion_matrix
from tensorflow.keras.preprocessing.text import Tokenizer

from reference import datasets
from reference.attempts import attempt
from reference.chapter4.cleaning import dropping, stemmed, stop_tokens, words_of
from reference.chapter4.section_tokenization import package_asked_for
from reference.chapter6.products import (
    EPOCHS,
    MAXLEN,
    VOCAB_SIZE,
    build,
    clean,
    compiled,
    confusion_of,
    fitted,
    padded,
    train,
)
from reference.chapter6.sentiment import described, imported_and_used, notebook
from reference.logs import nearest_share
from reference.sessions import written_by
from reference.stages import stage

SENTS = ["life is good", "good life", "good"]

# Figure 6.27: the first training review.
FIRST_REVIEW = (
    "Stuning even for the non-gamer: This sound track was beautiful! It paints the senery in your "
    "mind so well I would recomend it even to people who hate vid. game music! I have played the "
    "game Chrono Cross but out of all of the games I have ever played it has the best music! It "
    "backs away from crude keyboarding and takes a fresher step with grate guitars and soulful "
    "orchestras. It would impress anyone who cares to listen! ^_^"
)
# Step 9: its printed sequence.
FIRST_SEQUENCE = [
    *(22, 514, 7161, 85, 190, 184, 1098, 283, 20, 11, 1267, 22, 56, 370, 9682, 114, 41, 71, 114),
    *(8166, 1455, 114, 51, 71, 29, 41, 58, 182, 2931, 2153, 75, 8167, 816, 2666, 829, 719, 3871),
    *(11, 483, 120, 268, 110),
]
STEMS = (
    "stune even non-gam sound track beauti paint seneri mind well would recomend even peopl hate "
    "vid game music play game chrono cross game ever play best music back away crude keyboard take "
    "fresher step grate guitar soul orchestra would impress anyon care listen ^_^"
)
FIRST_LINES = "review_text,label\ngood,1\nbad,0\n"  # a file such as step 1 reads
QUOTING = 'The cover says "pure gold" ... it is!'  # marks of punctuation that are no single token
TEXTS_OF_STEP_7 = ("train_texts", "test_texts")
LOSSES = [0.5599, 0.3692, 0.3056, 0.2759, 0.2508]
ACCURACIES = [0.7080, 0.8594, 0.8870, 0.8983, 0.9074]
CONFUSION = np.array([[10226, 1931], [1603, 11240]])  # step 18: a row for each label
VAL_ACCURACIES = [0.8186, 0.8478, 0.8466, 0.8586, 0.8518]
TEST_ACCURACY = 0.85864

# What the chapter's one notebook has imported before the activity.
IMPORTS_OF_THE_CHAPTER = """\
import numpy as np
import tensorflow as tf
from tensorflow.keras.datasets import imdb
from tensorflow.keras import preprocessing
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import SimpleRNN, Flatten, Dense, Embedding, SpatialDropout1D, Dropout
from tensorflow.keras.layers import LSTM, GRU, Bidirectional
from tensorflow.keras.preprocessing.text import text_to_word_sequence
from sklearn.metrics import accuracy_score
"""
IMPORT_OF_LAYERS = """\
from tensorflow.keras.layers import Dense, Embedding,
SpatialDropout1D, Dropout, GRU, LSTM
"""


def readings(text: str, sequence: list[int]) -> int:
    """In how many ways ``sequence`` can be what a tokenizer makes of ``text``.

    The text may hold words beyond the vocabulary, which are left out; of the others, equal words
    have equal numbers and different words different ones.
    """
    tok = Tokenizer()
    tok.fit_on_texts([text])
    [words] = tok.texts_to_sequences([text])
    kept = (list(combination) for combination in combinations(words, len(sequence)))
    return sum(
        len(set(zip(one, sequence, strict=True))) == len(set(one)) == len(set(sequence))
        for one in kept
    )


def words_left_out(text: str, sequence: list[int]) -> int:
    """How many of the words that a tokenizer finds in ``text`` have no number in ``sequence``."""
    tok = Tokenizer()
    tok.fit_on_texts([text])
    return len(tok.texts_to_sequences([text])[0]) - len(sequence)


def printed_shapes(rows_of_train: int, rows_of_test: int) -> str:
    """What the print statement of step 1 shows for data of two columns."""
    train_df, test_df = (
        pd.DataFrame({"review_text": ["good"] * rows, "label": [1] * rows})
        for rows in (rows_of_train, rows_of_test)
    )
    frames = {"train_df": train_df, "test_df": test_df}
    return written_by(lambda: exec("print(train_df.shape, train_df.shape)", frames)).strip()


def printed_confusion() -> str:
    """What the print statement of step 18 shows of predictions that are right as often."""
    test_labels = np.repeat([0, 0, 1, 1], CONFUSION.ravel())
    test_pred = np.repeat([0, 1, 0, 1], CONFUSION.ravel())
    return written_by(lambda: print(confusion_matrix(test_labels, test_pred))).strip()


def largest_number(vocab_size: int) -> int:
    """The largest number that a tokenizer of ``vocab_size`` gives a text of more words."""
    everything = [" ".join(f"word{number}" for number in range(vocab_size + 50))]
    tok = Tokenizer(num_words=vocab_size)
    tok.fit_on_texts(everything)
    return int(max(tok.texts_to_sequences(everything)[0]))


def run() -> dict[str, object]:
    tok = Tokenizer()
    tok.fit_on_texts(SENTS)
    imported: dict[str, object] = {}
    exec(IMPORTS_OF_THE_CHAPTER, imported)
    notebook()  # the activity goes on in it, and so do the numbers in the names of its layers
    model = build()
    shown = described(model, compiled([]))
    first_lines = pd.read_csv(io.StringIO(FIRST_LINES))
    totals = CONFUSION.sum(axis=1)
    return {
        "import_of_vectorizer": attempt(
            lambda: exec("from sklearn.feature_extraction.text import TfIdfVectorizer")
        ),
        "package_asked_for": package_asked_for(),
        "type_of_train_raw": type(first_lines.review_text.values).__name__,
        "halves_of_step_7": [name.removesuffix("_texts") for name in TEXTS_OF_STEP_7],
        "kind_of_tokenizer": "class" if inspect.isclass(Tokenizer) else "module",
        "printed_confusion": printed_confusion(),
        "tokenizer_before_its_import": attempt(lambda: eval("Tokenizer()", imported)),
        "import_tokenizer": attempt(
            lambda: exec("from tensorflow.keras.preprocessing.text import Tokenizer")
        ),
        "sequences_of_sents": tok.texts_to_sequences(SENTS),
        "words_of_tokenizer": list(tok.word_index),
        "printed_shapes": printed_shapes(3, 2),
        "largest_number": largest_number(VOCAB_SIZE),
        "readings_of_printed_sequence": readings(STEMS, FIRST_SEQUENCE),
        "words_left_out_of_printed_sequence": words_left_out(STEMS, FIRST_SEQUENCE),
        "imported_and_used": imported_and_used(IMPORT_OF_LAYERS, shown["layers"]),
        "import_of_layers": attempt(lambda: compile(IMPORT_OF_LAYERS, "<cell>", "exec")),
        **shown,
        "hidden_dense_units": [
            layer.units for layer in model.layers[:-1] if isinstance(layer, Dense)
        ],
        "lstm_units": [layer.units for layer in model.layers if isinstance(layer, LSTM)],
        "activations": [
            layer.activation.__name__ for layer in model.layers if isinstance(layer, Dense)
        ],
        "epochs_in_log": len(VAL_ACCURACIES),
        "falls_of_loss_in_log": -np.diff(LOSSES),
        "rises_of_accuracy_in_log": np.diff(ACCURACIES),
        "val_accuracies_in_log": np.array([nearest_share(a, 5_000) for a in VAL_ACCURACIES]),
        "reviews_in_matrix": int(CONFUSION.sum()),
        "accuracy_of_matrix": float(np.trace(CONFUSION) / CONFUSION.sum()),
        "share_of_majority": float(totals.max() / totals.sum()),
        "share_right_of_each_label": np.diag(CONFUSION) / totals,
        "percent": 100 * TEST_ACCURACY,
    }


@stage(needs=("punkt", "stopwords"))
def first_review() -> dict[str, object]:
    """Steps 3 to 7 on the review that the book prints; steps 3 and 4 on one that quotes."""
    train_tokens = words_of([FIRST_REVIEW.lower()])
    train_tokens_no_stop = dropping(train_tokens, stop_tokens())
    train_tokens_stem = stemmed(train_tokens_no_stop)
    [of_quoting] = dropping(words_of([QUOTING.lower()]), stop_tokens())
    return {
        "tokens_of_marks_left": [token for token in of_quoting if not any(map(str.isalnum, token))],
        "train_tokens_0": train_tokens[0],
        "train_tokens_no_stop_0": train_tokens_no_stop[0],
        "train_tokens_stem_0": train_tokens_stem[0],
        "train_texts_0": " ".join(train_tokens_stem[0]),
    }


@stage(needs=("punkt", "stopwords", "amazon-reviews-test-subset"))
def few_reviews() -> dict[str, object]:
    """The steps on 200 real reviews: what the functions promise of any text."""
    texts = datasets.load("amazon-reviews-test-subset").review_text[:200]
    tokens = words_of([text.lower() for text in texts])
    cleaned = clean(texts)
    tok = fitted(cleaned)
    seq_lens = np.array([len(sequence) for sequence in tok.texts_to_sequences(cleaned)])
    return {
        "tokens_with_capitals": sum(
            token != token.lower() for review in tokens for token in review
        ),
        "columns_of_padded": padded(tok, cleaned).shape[1],
        "share_within_maxlen": float(np.mean(seq_lens <= MAXLEN)),
    }


@stage(needs=("amazon-reviews-train", "amazon-reviews-test"))
def data() -> dict[str, object]:
    """Steps 1 and 2 on the two files."""
    train_df = datasets.load("amazon-reviews-train")
    test_df = datasets.load("amazon-reviews-test")
    return {
        "train_df_shape": train_df.shape,
        "test_df_shape": test_df.shape,
        "reviews": len(train_df) + len(test_df),
        "columns": list(train_df.columns),
        "beginnings": [text[:46] for text in train_df.review_text[:5]],
        "labels": train_df.label[:5].to_numpy(),
        "train_raw": train_df.review_text[:2].tolist(),
        "test_labels_0": int((test_df.label == 0).sum()),
        "test_labels_1": int((test_df.label == 1).sum()),
    }


@stage(tier="full", needs=("punkt", "stopwords", "amazon-reviews-train", "amazon-reviews-test"))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    """Steps 3 to 18 on the two files."""
    train_df = datasets.load("amazon-reviews-train")
    test_df = datasets.load("amazon-reviews-test")
    train_texts, test_texts = clean(train_df.review_text), clean(test_df.review_text)
    tok = fitted(train_texts)
    X_train = padded(tok, train_texts)
    model, history = train(X_train, train_df.label.to_numpy(), seed, epochs)
    confusion = confusion_of(model, padded(tok, test_texts), test_df.label.to_numpy())
    return {
        "train_sequences_0": tok.texts_to_sequences(train_texts[:1])[0],
        "X_train_shape": X_train.shape,
        **history.of_epochs(1, EPOCHS),
        "negative_right": int(confusion[0, 0]),
        "negative_wrong": int(confusion[0, 1]),
        "positive_wrong": int(confusion[1, 0]),
        "positive_right": int(confusion[1, 1]),
        "test_accuracy": float(np.trace(confusion) / confusion.sum()),
    }
