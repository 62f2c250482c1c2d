"""Exercise 2.05: the perceptron of Exercise 2.02, in Keras."""

import re
from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace

import keras
import numpy as np
from keras.layers import Dense
from pandas import DataFrame, Series

from reference import datasets
from reference.attempts import attempt
from reference.cores import Core
from reference.logs import words_of_fit
from reference.replicas import fit_binary
from reference.sessions import user_warnings, written_by
from reference.stages import stage
from reference.summaries import compilation, evaluate, layer_table, parameter_counts
from reference.training import fit

EPOCHS = 1000
PRINTED_EPOCHS = range(994, 1001)
START_OF_THE_LOG = (-0.41477, -0.19883)  # weights, found by search; Keras draws them within 1.41
PLOT = """
plt.scatter(df[df['label'] == 0]['x1'], df[df['label'] == 0]['x2'], marker='*')
plt.scatter(df[df['label'] == 1]['x1'], df[df['label'] == 1]['x2'], marker='<')
"""
SECONDS_A_SAMPLE = [144e-6, 144e-6, 123e-6, 146e-6, 143e-6, 134e-6, 174e-6]


def build(metrics: Sequence[str] = ("accuracy",)) -> keras.Model:
    """One sigmoid neuron over two features."""
    model = keras.Sequential([keras.Input((2,)), Dense(units=1, activation="sigmoid")])
    model.compile("adam", keras.losses.BinaryCrossentropy(), metrics=list(metrics))
    return model


CORE = Core("2.05", build, EPOCHS, quality="accuracy")


def listing() -> None:
    """The calls of steps 6 to 8 as the book makes them: ``input_dim`` given to the layer."""
    model = keras.Sequential()
    model.add(Dense(units=1, input_dim=2, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.summary(print_fn=lambda line, **_: None)


def axes_of(plot: str) -> list[list[str]]:
    """Columns that each call of ``plt.scatter`` is given for the x axis and for the y axis."""
    drawn: list[list[str]] = []

    def scatter(x: Series, y: Series, marker: str) -> None:
        drawn.append([str(x.name), str(y.name)])

    df = DataFrame({"label": [0, 1], "x1": [1.0, 2.0], "x2": [3.0, 4.0]})
    exec(plot, {"df": df, "plt": SimpleNamespace(scatter=scatter)})
    return drawn


def names_in_logs() -> list[list[str]]:
    """Results in the order in which the last lines of ``fit`` and ``evaluate`` show them."""
    model = build()
    model.run_eagerly = True
    examples = np.zeros((4, 2)), np.zeros((4, 1))
    logs = [written_by(partial(act, *examples)) for act in (model.fit, model.evaluate)]
    return [re.findall(r"(loss|accuracy): ", log)[-2:] for log in logs]


def run() -> dict[str, object]:
    model = build()
    layer = model.layers[0]
    shown, bare = (
        set(each.test_on_batch(np.zeros((1, 2)), np.zeros((1, 1)), return_dict=True))
        for each in (model, build(metrics=[]))
    )
    return {
        "layers": layer_table(model),
        **parameter_counts(model),
        **compilation(model),
        "model_name": model.name,
        "model_type": type(model).__name__,
        "mymodel": attempt(lambda: eval("mymodel.add", {"model": model})),
        "units": layer.units,
        "features": model.input_shape[1],
        "activation": layer.activation.__name__,
        "axes": axes_of(PLOT),
        "listing": attempt(listing),
        "warnings_of_listing": user_warnings(listing),
        "total_shown": re.findall("Total params.*", written_by(model.summary)),
        "names_in_logs": names_in_logs(),
        "metrics_add": sorted(shown - bare),
        "seconds_an_epoch": np.rint(21 * np.array(SECONDS_A_SAMPLE)),
        "seconds_of_evaluation": int(np.rint(21 * 611e-6)),
    }


@stage(needs=("data-csv",))
def data(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    df = datasets.load("data-csv")
    x_input = df[["x1", "x2"]].values
    y_label = df[["label"]].values
    model, history = CORE.train(x_input, y_label, seed=seed, epochs=epochs)
    evaluation = evaluate(model, x_input, y_label)
    return {
        "columns": list(df.columns),
        "head": df.head().to_numpy(),
        "samples": len(df),
        "x_input": x_input,
        "y_label": y_label,
        "x_input_type": type(x_input).__name__,
        **history.of_epochs(*PRINTED_EPOCHS),
        "evaluate_loss": evaluation.loss,
        "evaluate_accuracy": evaluation.accuracy,
        "evaluate_progress": evaluation.progress,
        "fit_log": words_of_fit(build(), x_input, y_label),
    }


@stage(tier="train", needs=("data-csv",))
def over_starts() -> dict[str, object]:
    """How 1,000 epochs end from 2,000 random starts, and all that is printed of them from one."""
    df = datasets.load("data-csv")
    x_input, y_label = df[["x1", "x2"]].values, df[["label"]].values
    ends = fit_binary(x_input, y_label, count=2000, epochs=EPOCHS)
    model = build()
    model.set_weights([np.reshape(START_OF_THE_LOG, (2, 1)), np.zeros(1)])
    history = fit(model, x_input, y_label, epochs=EPOCHS)
    evaluation = evaluate(model, x_input, y_label)
    shown = slice(PRINTED_EPOCHS.start - 1, PRINTED_EPOCHS.stop - 1)
    return {
        "losses_from_one_start": np.append(history.loss[shown], evaluation.loss),
        "accuracies_from_one_start": np.append(history.accuracy[shown], evaluation.accuracy),
        "share_perfect": float(np.mean(ends.evaluate_accuracy == 1)),
    }
