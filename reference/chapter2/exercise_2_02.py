"""Exercise 2.02: plain gradient descent trains a perceptron to tell two classes apart."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf
from sklearn.metrics import accuracy_score, confusion_matrix

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage
from reference.training import minimize

LEARNING_RATE = 0.01
ITERATIONS = 1000
PRINTED_WEIGHT, PRINTED_BIAS = [[-0.844034135], [0.673354745]], [0.0593947917]
NAMES_OF_EXERCISE_2_01 = ("tf", "X", "y", "NUM_FEATURES", "OUTPUT_SIZE", "W", "B", "perceptron")


class Neuron(NamedTuple):
    """One sigmoid neuron: ``weight`` (features, 1) and ``bias`` (1,)."""

    weight: tf.Variable
    bias: tf.Variable

    def net_input(self, x: tf.Tensor) -> tf.Tensor:
        return tf.add(tf.matmul(x, self.weight), self.bias)

    def perceptron(self, x: tf.Tensor) -> tf.Tensor:
        return tf.sigmoid(self.net_input(x))


def untrained(features: int) -> Neuron:
    return Neuron(tf.Variable(tf.zeros([features, 1])), tf.Variable(tf.zeros([1])))


def train(
    x: tf.Tensor,
    y: tf.Tensor,
    logits: Callable[[Neuron, tf.Tensor], tf.Tensor],
    learning_rate: float = LEARNING_RATE,
) -> Neuron:
    """A neuron after 1,000 full-batch steps from zero on the cross-entropy of ``logits``.

    The loss takes ``logits`` through a sigmoid. The book hands it ``Neuron.perceptron``, which
    has been through one already; ``Neuron.net_input`` is what the loss asks for.
    """
    neuron = untrained(x.shape[1])

    def loss() -> tf.Tensor:
        errors = tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits(neuron, x))
        return tf.reduce_mean(errors)

    minimize(loss, list(neuron), keras.optimizers.SGD(learning_rate), ITERATIONS)
    return neuron


def listing(x: tf.Tensor, learning_rate: float) -> tf.Tensor:
    """What step 7 prints of the listing: parameters, optimizer, and a pass through the neuron."""
    tf.optimizers.SGD(learning_rate)
    return untrained(x.shape[1]).perceptron(x)


def written_by_tensorflow(*values: tf.Tensor) -> str:
    """What ``tf.print`` writes, which passes Python's own output by."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        tf.print(*values, output_stream=page.as_uri())
        return page.read_text("utf-8").rstrip("\n")


@stage(needs=("data-csv",))
def data(learning_rate: float = LEARNING_RATE) -> dict[str, object]:
    df = datasets.load("data-csv")
    x_input = df[["x1", "x2"]].values
    y_label = df[["label"]].values
    x = tf.Variable(x_input, dtype=tf.float32)
    y = tf.Variable(y_label, dtype=tf.float32)

    neuron = train(x, y, Neuron.perceptron, learning_rate)
    probabilities = neuron.perceptron(x)
    ypred = tf.round(probabilities)
    as_printed = Neuron(tf.Variable(PRINTED_WEIGHT), tf.Variable(PRINTED_BIAS))
    cnf_matrix = confusion_matrix(y.numpy(), ypred.numpy())
    return {
        "columns": list(df.columns),
        "head": df.head().to_numpy(),
        "labels": sorted(df["label"].unique().tolist()),
        "class_counts": np.bincount(df["label"]),
        "x_input": x_input,
        "y_label": y_label,
        "x": x,
        "y": y,
        "Number_of_features": x.shape[1],
        "Number_of_units": neuron.weight.shape[1],
        "learning_rate": float(keras.optimizers.SGD(learning_rate).learning_rate),
        "features_without_values": attempt(lambda: tf.Variable(df[["x1", "x2"]], dtype=tf.float32)),
        "listing": attempt(lambda: listing(x, learning_rate)),
        "weight": neuron.weight,
        "bias": neuron.bias,
        "print_of_parameters": written_by_tensorflow(*as_printed),
        "accuracy_of_printed_line": float(
            accuracy_score(y.numpy(), tf.round(as_printed.perceptron(x)))
        ),
        "score_of_unrounded": attempt(lambda: accuracy_score(y.numpy(), probabilities.numpy())),
        "ypred_values": np.unique(ypred),
        "rounded_unlike_threshold": int(np.sum(ypred.numpy() != (probabilities.numpy() >= 0.5))),
        "score_of_previous_exercise": attempt(
            lambda: eval("accuracy_score", dict.fromkeys(NAMES_OF_EXERCISE_2_01))
        ),
        "acc": float(accuracy_score(y.numpy(), ypred.numpy())),
        "cnf_matrix": cnf_matrix,
        "type_of_cnf_matrix": type(cnf_matrix).__name__,
        "off_diagonal": int(cnf_matrix.sum() - np.trace(cnf_matrix)),
        "correct_by_class": np.diag(cnf_matrix),
    }
