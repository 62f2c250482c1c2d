"""Multilayer Neural Network: every neuron feeds every neuron of the next layer."""

from functools import partial

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

from reference.attempts import attempt
from reference.chapter2 import exercise_2_05, exercise_2_07

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32)
TRUTH = np.array([0, 1, 1, 0], dtype=bool)


def best_accuracy_of_one_neuron() -> float:
    """Highest accuracy on XOR of one neuron, over a grid of 41 x 41 weights and 41 biases."""
    grid = np.linspace(-4, 4, 41)
    w1, w2, b = (axis[..., np.newaxis] for axis in np.meshgrid(grid, grid, grid))
    answers = w1 * XOR[:, 0] + w2 * XOR[:, 1] + b > 0
    return float((answers == TRUTH).mean(axis=-1).max())


def accuracy_of_two_layers() -> float:
    """Accuracy on XOR of two hidden neurons, OR and AND, under one: OR, but not AND."""
    at_least_one, both = tf.sigmoid(20 * (XOR.sum(axis=1) - [[0.5], [1.5]]))
    answers = tf.sigmoid(20 * (at_least_one - both - 0.5)) > 0.5
    return float(np.mean(answers == TRUTH))


def train_binary(neurons: int) -> None:
    """One step of a layer of sigmoid neurons on four examples, of which each has one label."""
    model = keras.Sequential([keras.Input((2,)), Dense(neurons, activation="sigmoid")])
    model.compile("sgd", keras.losses.BinaryCrossentropy(), run_eagerly=True)
    model.train_on_batch(XOR, TRUTH.astype(np.float32)[:, np.newaxis])


def last_layer(model: keras.Model) -> dict[str, object]:
    layer = model.layers[-1]
    return {"neurons": layer.units, "activation": layer.activation.__name__}


def run() -> dict[str, object]:
    layers = [Dense(units, use_bias=False) for units in (4, 5, 2)]
    model = keras.Sequential([keras.Input((3,)), *layers])
    return {
        "layers_of_previous_example": len(exercise_2_05.build().layers),
        "single_layer_xor": best_accuracy_of_one_neuron(),
        "two_layers_xor": accuracy_of_two_layers(),
        "connections": [layer.count_params() for layer in layers],
        "outputs": [layer.output.shape[-1] for layer in model.layers],
        "sigmoid_neurons_trained_on_a_label": [
            neurons
            for neurons in (1, 2, 3)
            if attempt(partial(train_binary, neurons))["raised"] is None
        ],
        "last_layer_multiclass": last_layer(exercise_2_07.build()),
    }
