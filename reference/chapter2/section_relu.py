"""ReLU Activation Function: what is positive stays, the rest is zero; and how fast it trains."""

import keras
import numpy as np
import tensorflow as tf

from reference.chapter2 import exercise_2_06, exercise_2_07
from reference.chapter2.digits import digits
from reference.replicas import Replicas
from reference.stages import stage

HIDDEN = (50, 20)  # as in Exercise 2.07


def run() -> dict[str, object]:
    values = tf.Variable([1.0, -2.0, 0.0, 0.3, -1.5], dtype=tf.float32)
    x = tf.linspace(-50.0, 50.0, 101)
    models = exercise_2_06.build(), exercise_2_07.build()
    return {
        "output": tf.nn.relu(values),
        "output_print": tf.strings.format("{}", tf.nn.relu(values)).numpy(),  # as tf.print
        "relu": tf.nn.relu(x),
        "relu_less_max": tf.reduce_max(abs(tf.nn.relu(x) - np.maximum(0, x))),
        "hidden_activations": [
            layer.activation.__name__
            for model in models
            for layer in model.layers[:-1]
            if isinstance(layer, keras.layers.Dense)
        ],
        "last_activations": [model.layers[-1].activation.__name__ for model in models],
    }


@stage(tier="train")
def convergence() -> dict[str, object]:
    """Loss of equal networks on 8 x 8 digits: sigmoid gets twice as many steps, too."""
    x, labels = digits(500)
    losses = {}
    for activation, steps in (("relu", 100), ("sigmoid", 100), ("sigmoid", 200)):
        networks = Replicas((64, *HIDDEN, 10), activation)
        networks.train(x, labels, keras.optimizers.Adam(), steps)
        losses[f"loss_{activation}_{steps}"] = networks.losses(x, labels)
    return losses
