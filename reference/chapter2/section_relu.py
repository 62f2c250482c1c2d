"""ReLU Activation Function: what is positive stays, the rest is zero; and how fast it trains."""

import keras
import numpy as np
import tensorflow as tf

from reference.chapter2 import exercise_2_06, exercise_2_07
from reference.chapter2.digits import digits
from reference.chapter5 import exercise_5_04
from reference.chapter7 import exercise_7_02
from reference.replicas import Replicas
from reference.stages import stage
from reference.summaries import activations

HIDDEN = (50, 20)  # as in Exercise 2.07
EXERCISES = {
    "2.06": exercise_2_06.build,
    "2.07": exercise_2_07.build,
    "5.04": exercise_5_04.build,
    "7.02": exercise_7_02.build_generator,
}


def keeps_the_rule(model: keras.Model) -> bool:
    """Whether ReLU is in all layers with an activation but the last, there sigmoid or softmax."""
    *hidden, last = activations(model)
    return set(hidden) == {"relu"} and last in ("sigmoid", "softmax")


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
        "exercises_by_the_rule": [
            exercise for exercise, build in EXERCISES.items() if keeps_the_rule(build())
        ],
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
