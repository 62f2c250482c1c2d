"""Training a Perceptron: forward, then backward by the chain rule; an epoch shows all examples."""

from functools import partial

import keras
import numpy as np
import tensorflow as tf

from reference.attempts import attempt
from reference.chapter2.exercise_2_01 import perceptron, zero_parameters
from reference.chapter2.sections import OR_TABLE

# What the section lists, each by names that the listings before and after it use.
COMPONENTS = {
    "data representation": "X, y",
    "layers": "tf.matmul(X, W), tf.sigmoid",
    "neural network representation": "perceptron(X)",
    "loss function": "loss()",
    "optimizer": "optimizer.minimize",
    "training loop": "range(no_of_epochs)",
}


class Witness(keras.Sequential):
    """A model that remembers the examples of each of its training steps."""

    def __init__(self, layers: list[keras.Layer]) -> None:
        super().__init__(layers)
        self.batches: list[tuple[int, ...]] = []

    def train_step(self, data: tuple[tf.Tensor, tf.Tensor]) -> dict[str, tf.Tensor]:
        self.batches.append(tuple(int(number) for number in data[1]))
        return super().train_step(data)


def batches_of_fit(examples: int, batch_size: int) -> list[tuple[int, ...]]:
    """Numbers of the examples that ``fit`` uses for each step of one epoch."""
    model = Witness([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", run_eagerly=True)
    numbers = np.arange(examples)
    model.fit(numbers[:, np.newaxis], numbers, batch_size=batch_size, verbose=0)
    return model.batches


def covered_by_exercise_2_01() -> list[str]:
    """Components that the names defined by the end of Exercise 2.01 are enough for."""
    X, y = tf.constant(OR_TABLE, tf.float32)[:, :2], tf.constant(OR_TABLE, tf.float32)[:, 2:]
    W, B = zero_parameters(2, 1)
    defined = {"tf": tf, "X": X, "y": y, "NUM_FEATURES": 2, "OUTPUT_SIZE": 1, "W": W, "B": B}
    defined["perceptron"] = lambda inputs: perceptron(inputs, W, B)
    return [
        component
        for component, names in COMPONENTS.items()
        if attempt(partial(eval, names, defined))["raised"] is None
    ]


def run() -> dict[str, object]:
    x, y = tf.constant([[1.0, 2.0], [0.5, -1.0]]), tf.constant([[1.0], [0.0]])
    V, W = tf.Variable([[0.1, -0.4], [0.3, 0.2]]), tf.Variable([[0.7], [-0.5]])
    with tf.GradientTape() as tape:
        hidden = tf.sigmoid(x @ V)
        output = tf.sigmoid(hidden @ W)
        loss = tf.reduce_sum((output - y) ** 2) / 2
    gradients = tape.gradient(loss, [V, W])

    # The chain rule by hand, from the output back to the input layer.
    at_output = (output - y) * output * (1 - output)
    at_hidden = at_output @ tf.transpose(W) * hidden * (1 - hidden)
    by_chain_rule = [tf.transpose(x) @ at_hidden, tf.transpose(hidden) @ at_output]

    before, rate = W.numpy(), 0.25
    keras.optimizers.SGD(rate).apply_gradients(zip(gradients, [V, W], strict=True))
    inputs = tf.constant(OR_TABLE, tf.float32)[:, :2]
    return {
        "times_seen_in_an_epoch": np.bincount(np.concatenate(batches_of_fit(6, batch_size=2))),
        "untrained_output": perceptron(inputs, *zero_parameters(2, 1)),
        "gradient_less_chain_rule": tf.stack(
            [
                tf.reduce_max(abs(automatic - chained))
                for automatic, chained in zip(gradients, by_chain_rule, strict=True)
            ]
        ),
        "components_covered": len(covered_by_exercise_2_01()),
        "step_less_rate_times_gradient": tf.reduce_max(abs(before - W - rate * gradients[1])),
    }
