"""Perceptron Training Process in TensorFlow: 1,000 steps on the OR table, and what they reach."""

import inspect
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from sklearn.metrics import accuracy_score

from reference.attempts import attempt
from reference.chapter2.exercise_2_01 import perceptron, zero_parameters
from reference.chapter2.sections import OR_TABLE
from reference.training import minimize

LEARNING_RATE = 0.01
NO_OF_EPOCHS = 1000
PRINTED_WEIGHT, PRINTED_BIAS = 0.412449151, 0.236065879  # both weights are the same

X = tf.constant(OR_TABLE, tf.float32)[:, :2]
Y = tf.constant(OR_TABLE, tf.float32)[:, 2:]


def cross_entropies(logits: tf.Tensor) -> tf.Tensor:
    """The section's loss of each row, shape (4, 1), for what it is given as ``logits``."""
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=Y, logits=logits)


def descend(
    loss: Callable[[], tf.Tensor],
    variables: list[tf.Variable],
    optimizer: keras.optimizers.Optimizer,
    steps: int,
) -> list[float]:
    """Step by step in place; the loss before each step and after the last."""
    losses = []
    for _ in range(steps):
        with tf.GradientTape() as tape:
            value = loss()
        losses.append(float(value))
        optimizer.apply(tape.gradient(value, variables), variables)
    return [*losses, float(loss())]


def loss_after(iterations: int) -> float:
    """The section's loss after so many steps from zero."""
    W, B = zero_parameters(2, 1)

    def loss() -> tf.Tensor:
        return tf.reduce_mean(cross_entropies(perceptron(X, W, B)))

    minimize(loss, [W, B], keras.optimizers.SGD(LEARNING_RATE), iterations)
    return float(loss())


def advanced_optimizers() -> list[str]:
    """Optimizers that ``tf.optimizers`` has besides plain gradient descent."""
    base, plain = tf.optimizers.Optimizer, tf.optimizers.SGD
    classes = {each for each in vars(tf.optimizers).values() if isinstance(each, type)}
    return sorted(each.__name__ for each in classes - {base, plain} if issubclass(each, base))


def parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())


def run() -> dict[str, object]:
    W, B = zero_parameters(2, 1)
    variables = [W, B]
    rows_fed: list[int] = []

    def loss() -> tf.Tensor:
        rows_fed.append(X.shape[0])
        return tf.reduce_mean(cross_entropies(perceptron(X, W, B)))

    optimizer = keras.optimizers.SGD(LEARNING_RATE)
    loss_before, _ = descend(loss, variables, optimizer, steps=1)
    updates_in_first_epoch = int(optimizer.iterations)
    first_step = tf.concat([W, B], axis=0).numpy()
    minimize(loss, variables, optimizer, NO_OF_EPOCHS - 1)

    # A learning rate too large for the parabola w * w: each step lands farther from its bottom.
    w = tf.Variable(1.0)
    losses = np.array(descend(lambda: w * w, [w], keras.optimizers.SGD(1.1), steps=10))
    rose = losses[1:-1] > losses[:-2]
    changed = losses[2:] != losses[1:-1]
    as_printed = perceptron(X, tf.constant([[PRINTED_WEIGHT], [PRINTED_WEIGHT]]), PRINTED_BIAS)
    return {
        "number_of_advanced_optimizers": len(advanced_optimizers()),
        "learning_rate": float(tf.optimizers.SGD(LEARNING_RATE).learning_rate),
        "rows_fed_at_once": rows_fed[0],
        "updates_in_first_epoch": updates_in_first_epoch,
        "length_of_first_step": np.linalg.norm(first_step),
        "cross_entropies": cross_entropies(tf.zeros([4, 1])),
        "parameters_of_loss": list(
            inspect.signature(tf.nn.sigmoid_cross_entropy_with_logits).parameters
        )[:2],
        "parameters_of_loss_besides_name": len(
            [
                each
                for each in parameters(tf.nn.sigmoid_cross_entropy_with_logits)
                if each.name != "name"
            ]
        ),
        "loss_of_right_predictions": tf.reduce_mean(cross_entropies(Y)),
        "loss_of_right_net_inputs": tf.reduce_mean(cross_entropies(60 * Y - 30)),
        "iterations": int(optimizer.iterations),
        "loss_before": loss_before,
        "loss_after": loss(),
        "fall_in_1000_more_iterations": float(loss()) - loss_after(2 * NO_OF_EPOCHS),
        "cross_entropies_without_abs": tf.stack(
            [cross_entropies(tf.fill([4, 1], given)) for given in tf.linspace(-50.0, 50.0, 101)]
        ),
        "updates_after_a_rise": int(np.sum(rose & changed)),
        "last_less_smallest_loss": losses[-1] - losses.min(),
        "weights": W,
        "bias": B[0, 0],
        "accuracy_with_printed_weights": accuracy_score(Y, tf.round(as_printed)),
        "needed_by_accuracy_score": len(
            [each for each in parameters(accuracy_score) if each.default is each.empty]
        ),
        "accuracy_of_right_answers": accuracy_score(Y, Y),
        "accuracy_listing": attempt(
            lambda: eval("accuracy_score(y, ypred)", {"accuracy_score": accuracy_score, "y": Y})
        ),
        "minimize_call": attempt(lambda: tf.optimizers.SGD(0.01).minimize(loss, variables)),
    }
