"""Exercise 2.06: two hidden layers on the two classes of Exercise 2.02."""

import keras
import numpy as np
from keras.layers import Dense

from reference import datasets
from reference.attempts import attempt
from reference.cores import Core
from reference.logs import words_of_fit
from reference.replicas import fit_binary
from reference.stages import stage
from reference.summaries import activations, compilation, evaluate, layer_table, parameter_counts

EPOCHS = 50
PRINTED_EPOCHS = range(8, 20)
PRINTED_MICROSECONDS = [285, 285, 380, 380, 380, 285, 190, 238, 332, 380, 237, 236]
FIGURE_2_32 = (
    *(0.4644, 0.4502, 0.4378, 0.4267, 0.4163, 0.4059),
    *(0.3960, 0.3863, 0.3769, 0.3677, 0.3585, 0.3495),
)  # losses of epochs 8 to 19
ACCURACIES_OF_FIGURE_2_32 = (
    *(0.5714, 0.5714, 0.5714, 0.7143, 0.8571, 0.9524),
    *(0.9524, 1.0, 1.0, 1.0, 1.0, 1.0),
)

SINGLE_LAYER_EPOCHS = 1000  # Exercise 2.05
FIGURE_2_23 = (0.2458, 0.2456, 0.2454, 0.2451, 0.2449, 0.2447, 0.2444)  # its epochs 994 to 1000


def build() -> keras.Model:
    """Hidden layers of 50 and 20 ReLU units under one sigmoid neuron."""
    model = keras.Sequential(
        [
            keras.Input((2,)),
            Dense(50, activation="relu"),
            Dense(20, activation="relu"),
            Dense(1, activation="sigmoid"),
        ]
    )
    model.compile("adam", keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model


CORE = Core("2.06", build, EPOCHS, quality="accuracy")


def listing(last_input_dim: int) -> keras.Model:
    """The calls of steps 5 to 7 as the book makes them: ``input_dim`` for the last layer too."""
    model = keras.Sequential()
    model.add(Dense(units=50, input_dim=2, activation="relu"))
    model.add(Dense(units=20, activation="relu"))
    model.add(Dense(units=1, input_dim=last_input_dim, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.summary(print_fn=lambda line, **_: None)
    return model


def points() -> tuple[np.ndarray, np.ndarray]:
    """The book's 21 points, ``(21, 2)``, and their labels, ``(21, 1)``."""
    df = datasets.load("data-csv")
    return df[["x1", "x2"]].values, df[["label"]].values


def first_perfect_epochs(accuracy: np.ndarray) -> np.ndarray:
    """First epoch with accuracy 1 of each row of ``(runs, epochs)``, one past the last if none."""
    perfect = accuracy == 1
    return np.where(perfect.any(axis=1), perfect.argmax(axis=1), perfect.shape[1]) + 1


def follow(losses: np.ndarray, printed: tuple[float, ...], within: float) -> np.ndarray:
    """Which rows of ``losses`` keep ``within`` that distance of a printed log."""
    return np.abs(losses - printed).max(axis=1) <= within


def lowest_end(losses: np.ndarray, ends: np.ndarray, printed: tuple[float, ...]) -> float:
    """Lower end of the 99 % prediction interval of ``ends`` for a run with the ``printed`` log.

    Least squares of the logarithm of ``ends``, ``(runs,)``, on the logged ``losses``, ``(runs,
    epochs)``; the interval holds 99 % of the residuals.
    """
    design = np.column_stack([np.ones(len(losses)), losses]).astype(np.float64)
    coefficients, *_ = np.linalg.lstsq(design, np.log(ends), rcond=None)
    residuals = np.log(ends) - design @ coefficients
    return float(np.exp([1, *printed] @ coefficients + np.quantile(residuals, 0.005)))


def run() -> dict[str, object]:
    model = build()
    printed = listing(last_input_dim=2)
    return {
        "model_name": model.name,
        "layers": layer_table(model),
        **parameter_counts(model),
        **compilation(model),
        "input_nodes": model.input_shape[1],
        "hidden_units": [layer.units for layer in model.layers[:-1]],
        "activations": activations(model),
        "listing": attempt(lambda: listing(last_input_dim=2)),
        "inputs_of_last_layer": printed.layers[-1].kernel.shape[0],
        "changes_of_printed_losses": np.diff(FIGURE_2_32),
        "changes_of_printed_accuracies": np.diff(ACCURACIES_OF_FIGURE_2_32),
        "seconds_an_epoch": np.rint(21 * 1e-6 * np.array(PRINTED_MICROSECONDS)),
        "seconds_of_evaluation": int(np.rint(21 * 6e-3)),
    }


@stage(needs=("data-csv",))
def data(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    df = datasets.load("data-csv")
    x_input, y_label = points()
    model, history = CORE.train(x_input, y_label, seed=seed, epochs=epochs)
    evaluation = evaluate(model, x_input, y_label)
    return {
        "columns": list(df.columns),
        "head": df.head().to_numpy(),
        "samples": len(df),
        "x_input_type": type(x_input).__name__,
        **history.of_epochs(*PRINTED_EPOCHS),
        # Accuracies of 21 samples are multiples of 1/21.
        "right_answers": np.array([0.5714, 0.7143, 0.8571, 0.9524, 1.0]) * len(df),
        "first_perfect_epoch": int(first_perfect_epochs(history.accuracy[np.newaxis])[0]),
        "evaluate_loss": evaluation.loss,
        "evaluate_accuracy": evaluation.accuracy,
        "evaluate_progress": evaluation.progress,
        "fit_log": words_of_fit(build(), x_input, y_label),
    }


@stage(tier="train", needs=("data-csv",))
def over_starts() -> dict[str, object]:
    """Epochs until the first accuracy of 1, and where the printed logs lead, from random starts."""
    x_input, y_label = points()
    deep = fit_binary(x_input, y_label, hidden=(50, 20), count=10_000, epochs=EPOCHS)
    single = fit_binary(x_input, y_label, count=20_000, epochs=SINGLE_LAYER_EPOCHS)
    epochs_deep = first_perfect_epochs(deep.accuracy)
    epochs_single = first_perfect_epochs(single.accuracy)

    shown = slice(PRINTED_EPOCHS.start - 1, PRINTED_EPOCHS.stop - 1)
    like_2_32 = follow(deep.loss[:, shown], FIGURE_2_32, within=0.03)
    like_2_23 = follow(single.loss[:, -len(FIGURE_2_23) :], FIGURE_2_23, within=0.005)
    like_2_23 &= single.accuracy[:, -1] == 1
    return {
        "share_multilayer_by_50": float(np.mean(epochs_deep <= EPOCHS)),
        "epochs_multilayer": epochs_deep[:1000],
        "epochs_single": epochs_single[:1000],
        "single_layer_epochs": float(np.median(epochs_single[like_2_23])),
        "lowest_evaluation": lowest_end(
            deep.loss[like_2_32, shown], deep.evaluate_loss[like_2_32], FIGURE_2_32
        ),
    }
