"""Exercise 2.03: three neurons under a softmax name the species of 98 % of the irises."""

import inspect
from collections.abc import Callable
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from pandas import DataFrame, get_dummies
from sklearn.datasets import load_iris
from sklearn.metrics import accuracy_score

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage
from reference.training import minimize

LEARNING_RATE = 0.01
ITERATIONS = 1000
EXPLAINED_LATER = {"learning_rate"}  # of an optimizer's parameters, in Gradient Descent Optimizers
FEATURES = ["petallength", "petalwidth", "sepallength", "sepalwidth"]  # the file's own names


class Layer(NamedTuple):
    """A layer of softmax neurons: ``weight`` (features, units) and ``bias`` (units,)."""

    weight: tf.Variable
    bias: tf.Variable

    def net_input(self, x: tf.Tensor) -> tf.Tensor:
        return tf.add(tf.matmul(x, self.weight), self.bias)

    def perceptron(self, x: tf.Tensor) -> tf.Tensor:
        return tf.nn.softmax(self.net_input(x))


Logits = Callable[[Layer, tf.Tensor], tf.Tensor]


def untrained(features: int, units: int) -> Layer:
    return Layer(tf.Variable(tf.zeros([features, units])), tf.Variable(tf.zeros([units])))


def cross_entropy(y: tf.Tensor, logits: tf.Tensor) -> tf.Tensor:
    """Mean cross-entropy of one-hot ``y`` and the softmax of ``logits``, both (rows, classes)."""
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits))


def train(
    x: tf.Tensor, y: tf.Tensor, optimizer: keras.optimizers.Optimizer, logits: Logits
) -> Layer:
    """A layer after 1,000 full-batch steps from zero on the cross-entropy of ``logits``.

    The book hands the loss ``Layer.perceptron``, whose softmax the loss then repeats;
    ``Layer.net_input`` is what it asks for.
    """
    layer = untrained(x.shape[1], y.shape[1])
    minimize(lambda: cross_entropy(y, logits(layer, x)), list(layer), optimizer, ITERATIONS)
    return layer


def listing(x: tf.Tensor, y: NDArray[np.generic], learning_rate: float) -> None:
    """One iteration of step 10, as its listing takes it."""
    layer = untrained(x.shape[1], y.shape[1])
    optimizer = tf.optimizers.Adam(learning_rate)
    optimizer.minimize(lambda: abs(cross_entropy(y, layer.perceptron(x))), list(layer))


def own_parameters_of_adam() -> set[str]:
    """What Adam is given and plain gradient descent is not."""
    adam, sgd = (
        set(inspect.signature(create).parameters)
        for create in (keras.optimizers.Adam, keras.optimizers.SGD)
    )
    return adam - sgd


def measured_features(df: DataFrame) -> list[str]:
    """For each column of ``df``, the feature of scikit-learn's iris it shares most rows with."""
    iris = load_iris()
    names = [name.removesuffix(" (cm)") for name in iris.feature_names]
    return [
        names[int(np.argmax([np.sum(df[column] == known) for known in iris.data.T]))]
        for column in FEATURES
    ]


def species_names(df: DataFrame) -> list[str]:
    """Name of each species number, by scikit-learn's labels of the same rows."""
    iris = load_iris()
    codes = [np.bincount(iris.target[df["species"] == code]).argmax() for code in range(3)]
    return [str(iris.target_names[code]) for code in codes]


@stage(needs=("iris",))
def data(learning_rate: float = LEARNING_RATE) -> dict[str, object]:
    df = datasets.load("iris")
    features = df[FEATURES].values
    species = df["species"].values
    y = get_dummies(species).values
    x = tf.Variable(features, dtype=tf.float32)
    labels = tf.constant(y, tf.float32)
    measured = measured_features(df)

    layer = train(x, labels, keras.optimizers.Adam(learning_rate), Layer.perceptron)
    by_descent = train(x, labels, keras.optimizers.SGD(learning_rate), Layer.perceptron)
    corrected = train(x, labels, keras.optimizers.Adam(learning_rate), Layer.net_input)
    probabilities = layer.perceptron(x)
    ypred = tf.round(probabilities)
    return {
        "columns": list(df.columns),
        "head": df.head().to_numpy(),
        "class_counts": np.bincount(species),
        "measured": measured,
        "x_axis": measured[FEATURES.index("sepallength")],
        "y_axis": measured[FEATURES.index("sepalwidth")],
        "species_names": species_names(df),
        "features": features,
        "x": x,
        "y": y,
        "one_of_each": y[[0, 50, 100]],
        "rows_not_one_hot": int(np.sum((y.sum(axis=1) != 1) | (y.argmax(axis=1) != species))),
        "Number_of_features": x.shape[1],
        "Number_of_units": layer.weight.shape[1],
        "learning_rate": float(keras.optimizers.Adam(learning_rate).learning_rate),
        "weight": layer.weight,
        "bias": layer.bias,
        "softmax_of_x": tf.nn.softmax(x),
        "softmax_of_z": probabilities,
        "listing": attempt(lambda: listing(x, y, learning_rate)),
        "parameters_of_adam_explained": len(own_parameters_of_adam() & EXPLAINED_LATER),
        "loss_adam": float(cross_entropy(labels, probabilities)),
        "loss_sgd": float(cross_entropy(labels, by_descent.perceptron(x))),
        "logits_error": float(tf.reduce_max(abs(probabilities - layer.net_input(x)))),
        "weight_from_logits": corrected.weight,
        "accuracy": float(accuracy_score(y, ypred)),
        "argmax_accuracy": float(np.mean(probabilities.numpy().argmax(axis=1) == species)),
    }
