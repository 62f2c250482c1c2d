"""Activity 2.01: a deep network tells sonar returns of mines from those of rocks."""

import keras
import numpy as np
from keras.layers import Dense
from sklearn.preprocessing import LabelEncoder

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage
from reference.summaries import layer_table, parameter_counts
from reference.training import fit

EPOCHS = 30
PRINTED_EPOCHS = range(1, 11)


def build() -> keras.Model:
    """Hidden layers of 300, 200 and 100 ReLU units under one sigmoid neuron."""
    model = keras.Sequential(
        [
            keras.Input((60,)),
            Dense(300, activation="relu"),
            Dense(200, activation="relu"),
            Dense(100, activation="relu"),
            Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def listing() -> None:
    """The calls of steps 5 and 6 as the book makes them."""
    model = keras.Sequential()
    model.add(Dense(300, input_dim=60, activation="relu"))
    model.add(Dense(200, activation="relu"))
    model.add(Dense(100, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])


def run() -> dict[str, object]:
    model = build()
    one_hot = np.eye(2)[[0, 1]]
    return {
        "layers": layer_table(model),
        **parameter_counts(model),
        "activations": [layer.activation.__name__ for layer in model.layers],
        "listing": attempt(listing),
        "one_hot_labels": attempt(
            lambda: model.fit(np.zeros((2, 60)), one_hot, verbose=0, epochs=1)
        ),
    }


@stage(needs=("sonar",))
def data(seed: int = 0) -> dict[str, object]:
    df = datasets.load("sonar")
    X_input = df.iloc[:, :-1]
    text_labels = df["Class"].values
    labelencoder_Y = LabelEncoder()
    Y_label = labelencoder_Y.fit_transform(text_labels).reshape([208, 1])
    keras.utils.set_random_seed(seed)
    model = build()
    history = fit(
        model,
        X_input.values,
        Y_label,
        loss=keras.losses.BinaryCrossentropy(),
        epochs=EPOCHS,
        seed=seed,
    )
    loss, accuracy = model.evaluate(X_input.values, Y_label, batch_size=208, verbose=0)
    return {
        "samples": len(df),
        "features": X_input.shape[1],
        "column_of_class": df.columns[-1],
        "printed_columns": [*df.columns[8:10], *df.columns[51:]],
        "printed_head": df.iloc[:5, [7, 8, 9, *range(51, 60)]].to_numpy(),
        "head_classes": df["Class"].head().tolist(),
        "classes": sorted(df["Class"].unique()),
        "labels_are_text": sorted({type(label).__name__ for label in text_labels}),
        "encoding": {name: int(code) for code, name in enumerate(labelencoder_Y.classes_)},
        "Y_label_shape": Y_label.shape,
        "Y_label_kind": Y_label.dtype.kind,
        **{f"loss_epoch_{n}": history.loss[n - 1] for n in PRINTED_EPOCHS},
        **{f"accuracy_epoch_{n}": history.accuracy[n - 1] for n in PRINTED_EPOCHS},
        "evaluate_loss": loss,
        "evaluate_accuracy": accuracy,
    }


@stage(tier="train", needs=("sonar",))
def over_seeds() -> dict[str, object]:
    """Accuracy of ten fresh models after 30 epochs."""
    accuracies = np.array([data(seed)["evaluate_accuracy"] for seed in range(10)])
    return {"accuracies": accuracies, "share_perfect": float(np.mean(accuracies == 1))}
