"""Sections of Chapter 2: the parts of a perceptron, put together, and layers of several neurons.

Every public function is a section, and returns what its prose states, as observed.
"""

import inspect

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

from reference.attempts import attempt
from reference.chapter2.exercise_2_01 import perceptron, zero_parameters
from reference.chapter2.exercise_2_03 import Layer, train

# Figure 2.4: the columns x1, x2 and y.
OR_TABLE = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 1]]

# A neuron's column of weights and its bias, in numbers that float32 holds exactly.
WEIGHTS, BIAS = tf.constant([[2.0], [-3.0]]), tf.constant([[0.75]])


def perceptrons() -> dict[str, object]:
    """Neural Networks and the Structure of Perceptrons: the components make Keras's neuron."""
    inputs = tf.random.stateless_normal([5, 3], seed=[2, 3])
    neuron = Dense(1, activation="sigmoid", bias_initializer="random_normal")
    expected = neuron(inputs)
    assembled = perceptron(inputs, neuron.kernel, neuron.bias)
    return {"deviation_from_keras": tf.reduce_max(abs(assembled - expected))}


def input_layer() -> dict[str, object]:
    """Input Layer: the OR table as variables, float32 given where the listing gives it."""
    *columns, truth = np.transpose(OR_TABLE)
    x = tf.Variable([[float(x1), float(x2)] for x1, x2, _ in OR_TABLE], tf.float32)
    y = tf.Variable([label for *_, label in OR_TABLE], tf.float32)
    labels, logits = tf.reshape(y, [4, 1]), tf.zeros([4, 1])
    neurons = [keras.Sequential([keras.Input((m,)), Dense(1)]) for m in (2, 9)]
    return {
        "rows_unlike_or": int(np.sum(np.logical_or(*columns) != truth)),
        "x": x,
        "y": y,
        "number_of_features": x.shape[1],
        "input_nodes": [neuron.input_shape[1] for neuron in neurons],
        "loss_with_y": attempt(
            lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)
        ),
    }


def weights() -> dict[str, object]:
    """Weights: one for each input of each neuron, which says how much that input counts."""
    Weight = tf.Variable(tf.zeros([2, 1]), tf.float32)
    layer = Dense(5)
    layer.build((None, 3))
    x = tf.constant([[0.0, 1.0], [1.0, 1.0], [5.0, -4.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = tf.matmul(x, WEIGHTS) + BIAS
    influence = tape.gradient(z, x)
    return {
        "Weight": Weight,
        "number_of_weights": int(tf.size(Weight)),
        "argument_given_float32": _second_argument_of_variable(),
        "kernel_of_5_neurons": layer.kernel,
        "influence": influence,
        "influence_depends_on_input": tf.reduce_max(abs(influence - influence[0])),
        "signs_after_a_step": {
            "or": _signs_after_a_step([0.0, 1.0, 1.0, 1.0]),
            "nor": _signs_after_a_step([1.0, 0.0, 0.0, 0.0]),
        },
    }


def bias() -> dict[str, object]:
    """Bias: one for each neuron, and all that is left of the net input where x is zero."""
    layers = [Dense(units) for units in (1, 3, 10)]
    nothing = tf.zeros([1, 2])
    outputs = [layer(nothing) for layer in layers]
    of_any_weights = [perceptron(nothing, factor * WEIGHTS, BIAS) for factor in (-9.0, 0.0, 9.0)]
    return {
        "B": tf.Variable(tf.zeros([1, 1]), tf.float32),
        "argument_given_float32": _second_argument_of_variable(),
        "biases_of_1_3_10_neurons": [int(tf.size(layer.bias)) for layer in layers],
        "biases_less_outputs": [
            int(tf.size(layer.bias) - tf.size(output))
            for layer, output in zip(layers, outputs, strict=True)
        ],
        "net_input_at_zero": tf.add(tf.matmul(nothing, WEIGHTS), BIAS),
        "output_at_zero_by_weights": float(np.ptp(of_any_weights)),
    }


def net_input() -> dict[str, object]:
    """Net Input Function: a sum of products and the bias, by formula and by matrix product."""
    rows = tf.constant([[1.0, 2.0], [0.5, -1.0], [4.0, 0.0]])
    z = tf.add(tf.matmul(rows, WEIGHTS), BIAS)
    (w1, w2), b = WEIGHTS[:, 0], BIAS[0, 0]
    by_formula = tf.stack([w1 * x1 + w2 * x2 + b for x1, x2 in rows])[:, tf.newaxis]
    Weight, B = zero_parameters(2, 1)
    defined_so_far = {"tf": tf, "x": rows, "Weight": Weight, "B": B}
    return {
        "matmul_less_formula": z - by_formula,
        "numbers_for_an_example": int(tf.size(z[:1])),
        "listing": attempt(lambda: eval("tf.add(tf.matmul(X, W), B)", defined_so_far)),
    }


def perceptron_in_tensorflow() -> dict[str, object]:
    """Perceptrons in TensorFlow: the function of two lines, taken apart."""
    row = tf.constant([[1.5, 2.0]])
    (x1, x2), (w1, w2), b = row[0], WEIGHTS[:, 0], BIAS[0, 0]
    m = tf.matmul(row, WEIGHTS)
    z = tf.add(m, BIAS)
    batch = tf.random.stateless_normal([4, 2], seed=[2, 0])
    output = perceptron(batch, WEIGHTS, BIAS)
    one_by_one = [perceptron(batch[i : i + 1], WEIGHTS, BIAS)[0] for i in range(4)]
    return {
        "output": output,
        "m_less_products": m - (x1 * w1 + x2 * w2),
        "add_less_plus": z - (m + BIAS),
        "z_less_formula": z - (x1 * w1 + x2 * w2 + b),
        "batch_less_single_rows": tf.reduce_max(abs(output - tf.stack(one_by_one))),
    }


def multiclass_classifier() -> dict[str, object]:
    """Multiclass Classifier: a neuron tells two classes apart, a layer of neurons many."""
    centres = np.array([[4.0, 0.0], [-2.0, 3.0], [-2.0, -3.0]])
    points = np.random.default_rng(0).normal(np.repeat(centres, 10, axis=0), 0.5)
    classes = np.repeat(np.arange(3), 10)
    x, y = tf.constant(points, tf.float32), tf.one_hot(classes, 3)
    layer = train(x, y, keras.optimizers.Adam(0.05), Layer.net_input)
    layers = [Dense(units, activation="softmax") for units in (2, 3)]
    inputs = tf.random.stateless_normal([1000, 2], seed=[2, 3])
    z = tf.constant([1.0, 2.0, 3.0])
    return {
        "answers_of_one_neuron": len(np.unique(tf.sigmoid(tf.linspace(-9.0, 9.0, 99)) >= 0.5)),
        "accuracy_of_one_layer": np.mean(np.argmax(layer.perceptron(x), axis=1) == classes),
        "classes_of_2_and_3_neurons": [
            len(np.unique(tf.argmax(layer(inputs), axis=1))) for layer in layers
        ],
        "outputs_of_10_neurons": Dense(10, activation="softmax")(tf.zeros([1, 2]))[0],
        "sum_of_sigmoids": tf.reduce_sum(tf.sigmoid(z)),
        "sum_of_softmax": tf.reduce_sum(tf.nn.softmax(z)),
    }


def keras_api() -> dict[str, object]:
    """Keras as a High-Level API: part of TensorFlow, made of pieces that fit together."""
    layers = tf.keras.layers

    def train_model_of_models() -> None:
        inner = tf.keras.Sequential([layers.Lambda(abs), layers.Dense(2)])
        model = tf.keras.Sequential([inner, layers.Dense(1)])
        model.compile("adam", "mse", run_eagerly=True)
        model.train_on_batch(tf.zeros([2, 3]), tf.zeros([2, 1]))

    return {"train_model_of_models": attempt(train_model_of_models)}


def _second_argument_of_variable() -> str:
    """Name of what ``tf.Variable(value, second)`` takes as its second argument."""
    return list(inspect.signature(tf.Variable.__init__).parameters)[2]  # the first is self


def _signs_after_a_step(labels: list[float]) -> list[float]:
    """Signs of a perceptron's two weights after one step of descent from zero."""
    x, y = tf.constant(OR_TABLE, tf.float32)[:, :2], tf.reshape(labels, [4, 1])
    W, B = zero_parameters(2, 1)
    with tf.GradientTape() as tape:
        logits = tf.add(tf.matmul(x, W), B)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, logits))
    W.assign_sub(tape.gradient(loss, W))
    return tf.sign(W)[:, 0].numpy().tolist()
