"""The Vanishing Gradient Problem: sigmoids shrink the error on its way back, ReLU much less."""

import keras
import numpy as np
import tensorflow as tf

from reference.chapter2.digits import digits
from reference.replicas import Replicas
from reference.stages import stage

SIZES = (64, 20, 20, 20, 20, 20, 20, 10)  # six hidden layers
RATE = 0.1


def gradient_norms(networks: Replicas) -> np.ndarray:
    """Length of each untrained layer's gradient in each network, (layers, seeds), input first."""
    x, labels = digits(200)
    with tf.GradientTape() as tape:
        losses = networks.losses(x, labels)
    gradients = tape.gradient(losses, networks.kernels)
    return np.array([tf.norm(tf.reshape(each, [networks.count, -1]), axis=1) for each in gradients])


def mean_change(kernels: tf.Variable, before: np.ndarray) -> tf.Tensor:
    """How far a layer's weights have moved in each network, on average, shape (seeds,)."""
    return tf.reduce_mean(abs(kernels - before), axis=(1, 2))


def run() -> dict[str, object]:
    sigmoid, relu = (gradient_norms(Replicas(SIZES, name)) for name in ("sigmoid", "relu"))
    mean = sigmoid.mean(axis=1)
    return {
        "shrinking_from_layer_to_layer": mean[:-1] / mean[1:],
        "first_layer_sigmoid": sigmoid[0],
        "last_layer_sigmoid": sigmoid[-1],
        "first_to_last_sigmoid": sigmoid[0] / sigmoid[-1],
        "first_to_last_relu": relu[0] / relu[-1],
    }


@stage(tier="train")
def training() -> dict[str, object]:
    """What the same deep network reaches with either activation in the same number of steps."""
    x, labels = digits(500)
    found: dict[str, object] = {}
    for activation in ("sigmoid", "relu"):
        networks = Replicas(SIZES, activation)
        first, last = networks.kernels[0].numpy(), networks.kernels[-1].numpy()
        networks.train(x, labels, keras.optimizers.SGD(RATE), steps=200)
        found |= {
            f"accuracy_{activation}": networks.accuracies(x, labels),
            f"change_of_first_layer_{activation}": mean_change(networks.kernels[0], first),
            f"change_of_last_layer_{activation}": mean_change(networks.kernels[-1], last),
        }
    return found
