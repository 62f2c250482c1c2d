"""The Softmax Activation Function: numbers become probabilities, the greatest most of all."""

from functools import partial

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

from reference.attempts import attempt

CLASSES = 3
LOSSES = {
    "one-hot": keras.losses.CategoricalCrossentropy(),
    "class numbers": keras.losses.SparseCategoricalCrossentropy(),
}


def train_on(labels: tf.Tensor, loss: keras.losses.Loss) -> None:
    """One step of a softmax layer of three neurons on three examples."""
    model = keras.Sequential([keras.Input((2,)), Dense(CLASSES, activation="softmax")])
    model.compile("sgd", loss, run_eagerly=True)
    model.train_on_batch(tf.zeros([3, 2]), labels)


def run() -> dict[str, object]:
    values = tf.Variable([3, 1, 7, 2, 4, 5], dtype=tf.float32)
    output = tf.nn.softmax(values)
    share = values / tf.reduce_sum(values)
    formula = tf.exp(values) / tf.reduce_sum(tf.exp(values))

    layer = Dense(CLASSES, activation="softmax", bias_initializer="random_normal")
    probabilities = layer(tf.random.stateless_normal([20, 3], seed=[2, 3]))
    second_greatest = tf.nn.softmax([0.5, 2.0, -1.0])
    net_inputs = tf.random.stateless_normal([1000, 3], seed=[2, 4])
    moved = tf.argmax(net_inputs, axis=1) != tf.argmax(tf.nn.softmax(net_inputs), axis=1)
    classes = tf.range(CLASSES)
    labels = {"one-hot": tf.one_hot(classes, CLASSES), "class numbers": classes}
    return {
        "output": output,
        "greatest_output": tf.reduce_max(output),
        "greatest_value": values[int(tf.argmax(output))],
        "sum_of_output": tf.reduce_sum(output),
        "formula_less_output": tf.reduce_max(abs(formula - output)),
        "share_of_7": share[2],
        "output_of_7": output[2],
        "gains_of_the_others": np.delete(output - share, 2),
        "weights_and_biases": [int(tf.size(layer.kernel)), int(tf.size(layer.bias))],
        "deviation_of_sums_from_1": tf.reduce_max(abs(tf.reduce_sum(probabilities, axis=1) - 1)),
        "maxima_moved": int(tf.math.count_nonzero(moved)),
        "highest_probability": ["P1", "P2", "P3"][int(tf.argmax(second_greatest))],
        "one_hot": tf.one_hot(classes, CLASSES),
        "one_hot_of_output": tf.one_hot(tf.argmax(second_greatest), CLASSES),
        "label_formats_trained_on": [
            form
            for form, loss in LOSSES.items()
            if attempt(partial(train_on, labels[form], loss))["raised"] is None
        ],
    }
