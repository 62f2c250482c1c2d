"""Exercise 2.06: two hidden layers on the two classes of Exercise 2.02."""

import keras
import numpy as np
from keras.layers import Dense

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage
from reference.summaries import layer_table, parameter_counts
from reference.training import History, fit

EPOCHS = 50
PRINTED_EPOCHS = range(8, 20)
PRINTED_MICROSECONDS = [285, 285, 380, 380, 380, 285, 190, 238, 332, 380, 237, 236]
SEEDS = 10


def build() -> keras.Model:
    """Hidden layers of 50 and 20 ReLU units under one sigmoid neuron."""
    return classifier(50, 20)


def classifier(*hidden: int) -> keras.Model:
    """A binary classifier of two features with these ReLU layers."""
    layers = [Dense(units, activation="relu") for units in hidden]
    model = keras.Sequential([keras.Input((2,)), *layers, Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def listing(last_input_dim: int) -> keras.Model:
    """The calls of step 5 as the book makes them: the last layer is given ``input_dim`` too."""
    model = keras.Sequential()
    model.add(Dense(units=50, input_dim=2, activation="relu"))
    model.add(Dense(units=20, activation="relu"))
    model.add(Dense(units=1, input_dim=last_input_dim, activation="sigmoid"))
    return model


def train(model: keras.Model, epochs: int, seed: int) -> History:
    """Train on the book's 21 points."""
    df = datasets.load("data-csv")
    return fit(
        model,
        df[["x1", "x2"]].values,
        df[["label"]].values,
        loss=keras.losses.BinaryCrossentropy(),
        epochs=epochs,
        seed=seed,
    )


def first_perfect_epoch(history: History) -> int:
    """The first epoch with accuracy 1, one past the last where there is none."""
    perfect = np.flatnonzero(history.accuracy == 1)
    return int(perfect[0]) + 1 if len(perfect) else len(history.accuracy) + 1


def run() -> dict[str, object]:
    model = build()
    printed = listing(last_input_dim=2)
    return {
        "layers": layer_table(model),
        **parameter_counts(model),
        "input_nodes": model.input_shape[1],
        "hidden_units": [layer.units for layer in model.layers[:-1]],
        "activations": [layer.activation.__name__ for layer in model.layers],
        "listing": attempt(lambda: listing(last_input_dim=2)),
        "inputs_of_last_layer": printed.layers[-1].kernel.shape[0],
        "seconds_an_epoch": np.rint(21 * 1e-6 * np.array(PRINTED_MICROSECONDS)),
        "seconds_of_evaluation": int(np.rint(21 * 6e-3)),
    }


@stage(needs=("data-csv",))
def data(seed: int = 0) -> dict[str, object]:
    df = datasets.load("data-csv")
    keras.utils.set_random_seed(seed)
    model = build()
    history = train(model, EPOCHS, seed)
    loss, accuracy = model.evaluate(df[["x1", "x2"]].values, df[["label"]].values, verbose=0)
    return {
        "head": df.head().to_numpy(),
        "samples": len(df),
        **{f"loss_epoch_{n}": history.loss[n - 1] for n in PRINTED_EPOCHS},
        **{f"accuracy_epoch_{n}": history.accuracy[n - 1] for n in PRINTED_EPOCHS},
        # Accuracies of 21 samples are multiples of 1/21.
        "right_answers": np.array([0.5714, 0.7143, 0.8571, 0.9524, 1.0]) * len(df),
        "first_perfect_epoch": first_perfect_epoch(history),
        "evaluate_loss": loss,
        "evaluate_accuracy": accuracy,
    }


@stage(tier="train", needs=("data-csv",))
def over_seeds() -> dict[str, object]:
    """Epochs until the first accuracy of 1, with and without hidden layers, over ten seeds."""
    multilayer, single = [], []
    for seed in range(SEEDS):
        keras.utils.set_random_seed(seed)
        multilayer.append(first_perfect_epoch(train(build(), EPOCHS, seed)))
        keras.utils.set_random_seed(seed)
        single.append(first_perfect_epoch(train(classifier(), 1000, seed)))
    return {
        "epochs_multilayer": np.array(multilayer),
        "epochs_single": np.array(single),
        "share_multilayer_by_50": float(np.mean(np.array(multilayer) <= EPOCHS)),
        "share_single_by_1000": float(np.mean(np.array(single) <= 1000)),
    }
