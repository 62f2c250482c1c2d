"""Exercise 6.01: a plain RNN tells positive from negative film reviews."""

import keras
import numpy as np
import tensorflow as tf

from reference.attempts import attempt
from reference.chapter6.experiments import baselines, results
from reference.chapter6.prints import (
    TEST_ACCURACIES,
    VAL_ACCURACIES,
    best_epoch,
    epochs_in_log,
    shares_in_log,
)
from reference.chapter6.sentiment import CORES, architecture, imported_and_used
from reference.logs import nearest_share
from reference.seeding import fixes_the_start
from reference.stages import stage

CORE = CORES["model_rnn"]
MICROSECONDS = [453, 438, 456, 452, 439]  # a sample, in epochs 6 to 10 of Figure 6.6
IMPORTS = """\
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import SimpleRNN, Flatten, Dense, Embedding, SpatialDropout1D, Dropout
"""


def dropped(layer: keras.Layer, reviews: int = 400, steps: int = 3, units: int = 500) -> np.ndarray:
    """Which values of a block of ones the layer sets to 0 in training, (reviews, steps, units)."""
    return layer(tf.ones([reviews, steps, units]), training=True).numpy() == 0


def names_in_history() -> list[str]:
    """Names of the results that ``fit`` reports of a model compiled as in step 7."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("rmsprop", "binary_crossentropy", metrics=["accuracy"], run_eagerly=True)
    x, y = np.zeros((5, 1)), np.zeros((5, 1))
    return list(model.fit(x, y, validation_split=0.2, verbose=0).history)


def run() -> dict[str, object]:
    shown = architecture("model_rnn")
    whole = dropped(keras.layers.SpatialDropout1D(0.4))
    scattered = dropped(keras.layers.Dropout(0.4))
    return {
        **shown,
        "imports": attempt(lambda: exec(IMPORTS)),
        "imported_and_used": imported_and_used(IMPORTS, shown["layers"]),
        "same_seed_same_weights": fixes_the_start(42, CORE.build),
        "embedding_parameters": shown["layers"][0]["params"],
        "share_in_embedding": shown["layers"][0]["params"] / shown["total_params"],
        "share_dropped": float(whole.mean()),
        "maps_partly_dropped": int(np.sum(whole.any(axis=1) != whole.all(axis=1))),
        "maps_partly_dropped_by_dropout": int(
            np.sum(scattered.any(axis=1) != scattered.all(axis=1))
        ),
        "names_in_history": names_in_history(),
        "seconds_an_epoch": np.rint(20_000 * 1e-6 * np.array(MICROSECONDS)),
        "val_accuracies_in_log": shares_in_log("rnn"),
        "epochs_in_log": epochs_in_log("rnn", first=6),
        "best_epoch_in_log": best_epoch("rnn", first=6),
        "percent_in_log": 100 * max(VAL_ACCURACIES["rnn"]),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACIES["rnn"], 25_000),
    }


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, object]:
    found, others = results("model_rnn", seed, epochs, 6, CORE.epochs), baselines()
    lead = found["test_accuracy"] - others["bag_of_words_accuracy"]
    return {**found, **others, "lead_over_bag_of_words": lead}
