"""Preface: what its snippets of code do, the TensorFlow that its command installs, captions."""

import contextlib
import random
import tempfile
from pathlib import Path

import keras
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.preprocessing import MinMaxScaler

from reference import datasets
from reference.attempts import Attempt, attempt
from reference.stages import stage

DRAWS = 10

# What the text announces that a figure shows, and the caption that the figure has.
FIGURES = {
    "0.2": ("icon", "Anaconda Navigator icon"),
    "0.3": ("screen", "Anaconda Navigator icon"),
}

CSV_FILES = (  # as the book's listings name them, from Exercise 2.02 on
    "data.csv",
    "iris.csv",
    "AAPL.csv",
    "sonar.csv",
    "IBM.csv",
    "Amazon_reviews_train.csv",
    "Amazon_reviews_test.csv",
)


def scale(train_data: np.ndarray, test_data: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both parts, scaled by the smallest and largest values of the first."""
    scaler = MinMaxScaler()
    return scaler.fit_transform(train_data), scaler.transform(test_data)


def draw(seed: int) -> np.ndarray:
    """The first random numbers after ``seed``."""
    np.random.seed(seed)
    return np.random.random_sample(DRAWS)


def read_in_folder(file: str, stored: str) -> Attempt:
    """Whether a notebook reads ``file``, named so, where a CSV file lies at ``stored``."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        place = Path(stored)
        place.parent.mkdir(exist_ok=True)
        place.write_text("label\n1\n")
        return attempt(lambda: pd.read_csv(file))


def run() -> dict[str, object]:
    X = load_iris().data
    return {
        "keras_of_tensorflow": tf.keras.__version__,
        "gru_in_full": keras.layers.GRU.__doc__.strip().splitlines()[0],
        "scaler_listing": attempt(lambda: scale(X[::2], X[1::2])),
        "sizes_of_iris": [X.shape[0], X.shape[1]],
        "draws_that_differ": int(np.sum(draw(1) != draw(1))),
        "random_set_seed": attempt(lambda: eval("random.set_seed(1)", {"random": random})),
        "figures_with_their_caption": [
            figure for figure, (announced, caption) in FIGURES.items() if announced in caption
        ],
        "csv_files_in_the_folder": [
            file for file in CSV_FILES if read_in_folder(file, Path(file).name)["raised"] is None
        ],
        "csv_file_elsewhere": read_in_folder("data.csv", "elsewhere/data.csv"),
    }


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    (train_images, _), (test_images, _) = datasets.load("mnist")
    return {"shapes_of_mnist": [list(train_images.shape), list(test_images.shape)]}
