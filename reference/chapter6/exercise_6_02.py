"""Exercise 6.02: an LSTM in the place of the plain RNN."""

import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter6.experiments import (
    VALIDATION_SHARE,
    most_frequent_best_epoch,
    over_seeds,
    results,
    seconds_a_step,
)
from reference.chapter6.prints import (
    TEST_ACCURACIES,
    epochs_in_log,
    last_val_accuracies,
    printed_accuracies,
    shares_in_log,
    times_as_long,
)
from reference.chapter6.sentiment import BATCH_SIZE, CORES, architecture, build
from reference.logs import nearest_share, words_of_fit
from reference.stages import stage

TRAINING_ROWS, VALIDATION_ROWS = 20_000, 5_000
CORE = CORES["model_lstm"]


def rows_held_out(rows: int = 25_000) -> dict[str, float]:
    """Losses that ``fit`` reports with a validation split of 0.2, where each tells its rows.

    The model answers 0 and the loss is the absolute error, so it is 0 for rows labelled 0, the
    first 20,000, and 1 for the others.
    """
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(loss="mean_absolute_error", optimizer=keras.optimizers.SGD(0.0), run_eagerly=True)
    x, y = np.zeros((rows, 1)), (np.arange(rows) >= TRAINING_ROWS).astype(float)[:, np.newaxis]
    history = model.fit(x, y, validation_split=0.2, batch_size=rows, verbose=0).history
    return {name: values[0] for name, values in history.items()}


def words_of_log(rows: int = 25_000) -> str:
    """What ``fit`` writes of an epoch as in step 5, of a model that takes no time."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("rmsprop", "mean_squared_error")
    x, y = np.zeros((rows, 1)), np.zeros((rows, 1))
    return words_of_fit(model, x, y, batch_size=BATCH_SIZE, validation_split=VALIDATION_SHARE)


def run() -> dict[str, object]:
    shown = architecture("model_lstm")
    plain = build("model_rnn")
    return {
        **shown,
        "import_lstm": attempt(lambda: exec("from tensorflow.keras.layers import LSTM")),
        "lstm_parameters": shown["layers"][2]["params"],
        "times_the_plain_rnn": shown["layers"][2]["params"] / plain.layers[2].count_params(),
        "total_of_plain_rnn": plain.count_params(),
        "losses_of_the_parts": rows_held_out(),
        "fit_log": words_of_log(),
        "validation_share_in_log": VALIDATION_ROWS / (TRAINING_ROWS + VALIDATION_ROWS),
        "epochs_in_log": epochs_in_log("lstm"),
        "val_accuracies_in_log": shares_in_log("lstm"),
        "times_as_long_in_log": times_as_long("lstm", "rnn"),
        **last_val_accuracies("lstm", "rnn"),
        "test_accuracy_in_print": nearest_share(TEST_ACCURACIES["lstm"], 25_000),
        **printed_accuracies("lstm", "rnn"),
        "percent": 100 * TEST_ACCURACIES["lstm"],
        "percent_of_plain_rnn": 100 * TEST_ACCURACIES["rnn"],
    }


@stage(tier="train")
def seconds() -> dict[str, np.ndarray]:
    return seconds_a_step("model_rnn", "model_lstm")


@stage(tier="train", needs=("imdb",))
def training(seed: int = 0, epochs: int = CORE.epochs) -> dict[str, float]:
    return results("model_lstm", seed, epochs, 1, CORE.epochs)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, object]:
    return {
        **over_seeds("model_rnn", "model_lstm"),
        "most_frequent_best_epoch": most_frequent_best_epoch("model_lstm"),
    }
