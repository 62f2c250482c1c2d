"""Activity 2.01: a deep network tells sonar returns of mines from those of rocks."""

import keras
import numpy as np
import pandas as pd
from keras.layers import Dense
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import LabelEncoder

from reference import datasets
from reference.attempts import attempt
from reference.cores import Core
from reference.logs import words_of_fit
from reference.replicas import fit_binary
from reference.sessions import written_by
from reference.stages import stage
from reference.summaries import activations, evaluate, layer_table, parameter_counts

EPOCHS = 30
PRINTED_EPOCHS = range(1, 10)  # of the tenth the log has a part
PRINTED_LOSSES = [0.1849, 0.1299, 0.0947, 0.1046, 0.0952, 0.0777, 0.1043, 0.0842, 0.1209]
PRINTED_ACCURACIES = [0.9038, 0.9615, 0.9856, 0.9712, 0.9663, 0.9856, 0.9663, 0.9712, 0.9423]
PRINTED_MICROSECONDS = [205, 220, 131, 151, 171, 134, 129, 142, 155, 334]
HIDDEN = (300, 200, 100)


def build(last_neurons: int = 1) -> keras.Model:
    """Hidden layers of 300, 200 and 100 ReLU units under one sigmoid neuron, or more."""
    hidden = [Dense(units, activation="relu") for units in HIDDEN]
    last = Dense(last_neurons, activation="sigmoid")
    model = keras.Sequential([keras.Input((60,)), *hidden, last])
    model.compile("adam", keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model


def build_eager() -> keras.Model:
    """The same without a graph, which takes longer to compile than one step takes."""
    model = build()
    model.run_eagerly = True
    return model


CORE = Core("A2.01", build, EPOCHS, quality="accuracy")


def listing() -> None:
    """The calls of the solution's steps 5 and 6 as the book makes them."""
    model = keras.Sequential()
    model.add(Dense(300, input_dim=60, activation="relu"))
    model.add(Dense(200, activation="relu"))
    model.add(Dense(100, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])


def shown_by_listing() -> str:
    """What the solution writes between the making of the model and its training."""
    return written_by(listing)


def prepared(df: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Features ``(208, 60)`` and labels ``(208, 1)``, Mine 0 and Rock 1."""
    labels = LabelEncoder().fit_transform(df["Class"].values)
    return df.iloc[:, :-1].values, labels.reshape([208, 1])


def held_out_accuracy(features: np.ndarray, labels: np.ndarray, folds: int = 5) -> float:
    """Share of right answers on rows that the network, trained on the other folds, never saw."""
    right = 0
    splits = StratifiedKFold(folds, shuffle=True, random_state=0).split(features, labels.ravel())
    for seed, (known, unseen) in enumerate(splits):
        model, _ = CORE.train(features[known], labels[known], seed=seed)
        right += int(np.sum((model(features[unseen]).numpy() > 0.5) == labels[unseen]))
    return right / len(features)


def like_the_log(losses: np.ndarray) -> np.ndarray:
    """Which rows of ``losses``, (runs, epochs), stay within a factor of two of those printed."""
    ratios = losses[:, : len(PRINTED_LOSSES)] / PRINTED_LOSSES
    return np.all((ratios > 0.5) & (ratios < 2), axis=1)


def run() -> dict[str, object]:
    model = build()
    one_hot = np.eye(2)[[0, 1]]
    text = np.array([["Rock"], ["Mine"]], dtype=object)
    return {
        "layers": layer_table(model),
        **parameter_counts(model),
        "activations": activations(model),
        "listing": attempt(listing),
        "shown_by_listing": shown_by_listing(),
        "one_hot_labels": attempt(
            lambda: build().fit(np.zeros((2, 60)), one_hot, verbose=0, epochs=1)
        ),
        "takes_text_labels": attempt(
            lambda: build().fit(np.zeros((2, 60)), text, verbose=0, epochs=1)
        )["raised"]
        is None,
        "two_last_neurons": attempt(
            lambda: build(last_neurons=2).fit(np.zeros((2, 60)), np.zeros((2, 1)), verbose=0)
        ),
        "matrix_labels": attempt(
            lambda: build_eager().fit(np.zeros((208, 60)), np.zeros((208, 1)), verbose=0)
        ),
        "data_frame": attempt(
            lambda: build_eager().fit(pd.DataFrame(np.zeros((2, 60))), np.zeros((2, 1)), verbose=0)
        ),
        "seconds_an_epoch": np.rint(208 * 1e-6 * np.array(PRINTED_MICROSECONDS)),
        "seconds_of_evaluation": int(np.rint(208 * 128e-6)),
    }


@stage(needs=("sonar",))
def data(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    df = datasets.load("sonar")
    X_input = df.iloc[:, :-1]
    text_labels = df["Class"].values
    features, Y_label = prepared(df)
    model, _ = CORE.train(features, Y_label, seed=seed, epochs=epochs)
    evaluation = evaluate(model, features, Y_label)
    return {
        "samples": len(df),
        "features": X_input.shape[1],
        "column_of_class": df.columns[-1],
        "printed_columns": [*df.columns[8:10], *df.columns[51:]],
        "printed_head": df.iloc[:5, [7, 8, 9, *range(51, 60)]].to_numpy(),
        "head_classes": df["Class"].head().tolist(),
        "classes": sorted(df["Class"].unique()),
        "number_of_classes": df["Class"].nunique(),
        "labels_are_text": sorted({type(label).__name__ for label in text_labels}),
        "Y_label": Y_label,
        "Y_label_kind": Y_label.dtype.kind,
        # Accuracies of 208 samples are multiples of 1/208.
        "right_answers": np.array(PRINTED_ACCURACIES) * len(df),
        "evaluate_accuracy": evaluation.accuracy,
        "evaluate_progress": evaluation.progress,
        "fit_log": words_of_fit(build(), features, Y_label),
    }


@stage(tier="train", needs=("sonar",))
def over_starts() -> dict[str, object]:
    """30 epochs from 200 random starts; accuracy on unseen rows."""
    features, labels = prepared(datasets.load("sonar"))
    starts = fit_binary(features, labels, hidden=HIDDEN, count=200, epochs=EPOCHS)
    return {
        **{f"lowest_loss_epoch_{n}": starts.loss[:, n - 1].min() for n in PRINTED_EPOCHS},
        **{f"highest_accuracy_epoch_{n}": starts.accuracy[:, n - 1].max() for n in PRINTED_EPOCHS},
        "starts_like_the_log": int(np.sum(like_the_log(starts.loss))),
        "lowest_evaluate_loss": starts.evaluate_loss.min(),
        "share_above_95": float(np.mean(starts.evaluate_accuracy > 0.95)),
        "share_perfect": float(np.mean(starts.evaluate_accuracy == 1)),
        "held_out_accuracy": held_out_accuracy(features, labels),
    }
