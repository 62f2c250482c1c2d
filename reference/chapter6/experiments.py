"""What the trainings of Exercises 6.01 to 6.05 are measured by: losses, accuracies, seconds."""

import time
from functools import cache
from typing import NamedTuple

import keras
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from reference.chapter6.reviews import load_reviews
from reference.chapter6.sentiment import BATCH_SIZE, CORES, MAXLEN, VARIANTS, VOCAB_SIZE, build
from reference.training import History, Validation

VALIDATION_SHARE = 0.2  # the last fifth of the training half is held out
PREDICTION_BATCH = 1000
SEEDS, ROUNDS = 20, 15  # five seeds were measured to decide what twenty leave open


class Rows(NamedTuple):
    """Padded reviews, (n, 200), and their labels, (n, 1)."""

    x: np.ndarray
    y: np.ndarray


class Split(NamedTuple):
    """Reviews to learn from, to validate on after each epoch, and to judge the model by."""

    training: Rows
    validation: Rows
    test: Rows


class Trained(NamedTuple):
    """A trained model, its history, and its accuracy on the test reviews."""

    model: keras.Model
    history: History
    test_accuracy: float


@cache
def split() -> Split:
    """IMDb as the exercises divide it: 20,000, 5,000 and 25,000 reviews."""
    training, test = load_reviews(VOCAB_SIZE)
    x, y = training.padded(MAXLEN), training.labels[:, np.newaxis]
    first = int(len(x) * (1 - VALIDATION_SHARE))
    judged = Rows(test.padded(MAXLEN), test.labels[:, np.newaxis])
    return Split(Rows(x[:first], y[:first]), Rows(x[first:], y[first:]), judged)


@cache
def train(name: str, seed: int, epochs: int) -> Trained:
    """Train as the exercise does and judge on the test half; once a process for each seed."""
    training, validation, _ = split()
    model, history = CORES[name].train(
        *training,
        seed=seed,
        validation=Validation(*validation),
        epochs=epochs,
        options=VARIANTS[name].options,
    )
    return Trained(model, history, _test_accuracy(model))


@cache
def train_each(name: str) -> list[Trained]:
    """The same from each of the first ``SEEDS`` seeds, by one loop compiled once."""
    training, validation, _ = split()
    starts = CORES[name].train_each(
        *training, seeds=SEEDS, validation=Validation(*validation), options=VARIANTS[name].options
    )
    return [
        Trained(_copy(name, model), history, _test_accuracy(model)) for model, history in starts
    ]


def _copy(name: str, model: keras.Model) -> keras.Model:
    copy = CORES[name].build()
    copy.set_weights(model.get_weights())
    return copy


def _test_accuracy(model: keras.Model) -> float:
    x, y = split().test
    return float(np.mean((model.predict(x, batch_size=PREDICTION_BATCH, verbose=0) > 0.5) == y))


def results(name: str, seed: int, epochs: int, *printed: int) -> dict[str, float]:
    """What an exercise prints of its training, at the epochs ``printed``, and of the test half."""
    trained = train(name, seed, epochs)
    return {
        **trained.history.of_epochs(*printed),
        "best_val_accuracy": float(trained.history.val_accuracy.max()),
        "best_epoch": _best_epoch(trained.history),
        "test_accuracy": trained.test_accuracy,
    }


def most_frequent_best_epoch(name: str) -> int:
    """The epoch that is the best of its run most often over the seeds, the earliest of equals."""
    epochs = [_best_epoch(run.history) for run in train_each(name)]
    return int(np.argmax(np.bincount(epochs)))


def _best_epoch(history: History) -> int:
    """The epoch, from 1 on, of the highest validation accuracy."""
    return int(np.argmax(history.val_accuracy)) + 1


def over_seeds(*names: str) -> dict[str, np.ndarray]:
    """Accuracies of these models on the validation and the test reviews, each over the seeds."""
    found: dict[str, np.ndarray] = {}
    for name in names:
        runs = train_each(name)
        kind = name.removeprefix("model_")
        found[f"test_accuracies_{kind}"] = np.array([run.test_accuracy for run in runs])
        found[f"val_accuracies_{kind}"] = np.array([run.history.val_accuracy[-1] for run in runs])
    return found


def seconds_a_step(*names: str) -> dict[str, np.ndarray]:
    """Seconds of one update on a batch of 128 reviews: ``ROUNDS`` of each model, taking turns."""
    generator = np.random.default_rng(0)
    x = generator.integers(VOCAB_SIZE, size=(BATCH_SIZE, MAXLEN))
    y = generator.integers(2, size=(BATCH_SIZE, 1))
    models = {name: build(name, MAXLEN) for name in names}
    for model in models.values():
        model.train_on_batch(x, y)  # compiles the step
    measured: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name, model in models.items():
            start = time.perf_counter()
            model.train_on_batch(x, y)
            measured[name].append(time.perf_counter() - start)
    return {f"seconds_{name.removeprefix('model_')}": np.array(measured[name]) for name in names}


@cache
def baselines() -> dict[str, float]:
    """Test accuracies that any model has to be held against.

    ``majority_accuracy``: always the more frequent answer. ``bag_of_words_accuracy``: logistic
    regression on the tf-idf weights of the very numbers that the networks are given.
    """
    training, _, test = split()
    fitted = make_pipeline(TfidfTransformer(), LogisticRegression(max_iter=1000)).fit(
        _counts(training.x), training.y[:, 0]
    )
    return {
        "majority_accuracy": float(np.bincount(test.y[:, 0]).max() / len(test.y)),
        "bag_of_words_accuracy": float(fitted.score(_counts(test.x), test.y[:, 0])),
    }


def _counts(padded: np.ndarray) -> csr_matrix:
    """How often each number stands in each row, padding left out."""
    rows, columns = np.repeat(np.arange(len(padded)), padded.shape[1]), padded.ravel()
    ones = np.ones(padded.size, dtype=np.float32)
    return csr_matrix((ones, (rows, columns)), shape=(len(padded), VOCAB_SIZE))[:, 1:]
