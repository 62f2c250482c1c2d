"""One step of Keras's recurrent cells beside the equations of their gates."""

from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

FEATURES, UNITS, ROWS = 3, 4, 8


class Step(NamedTuple):
    """An input (rows, features) and the states (rows, units) that a cell starts from."""

    x: np.ndarray
    h: np.ndarray
    c: np.ndarray


def random_step(seed: int = 0) -> Step:
    """Inputs and states of every size, so that no term of an equation is negligible."""
    generator = np.random.default_rng(seed)
    shapes = [(ROWS, FEATURES), (ROWS, UNITS), (ROWS, UNITS)]
    return Step(*(generator.normal(size=shape).astype(np.float32) for shape in shapes))


def randomized(cell: keras.Layer, seed: int = 1) -> keras.Layer:
    """The cell, built, with weights and biases drawn from a normal distribution."""
    cell.build((None, FEATURES))
    generator = np.random.default_rng(seed)
    cell.set_weights([generator.normal(size=weight.shape) for weight in cell.get_weights()])
    return cell


def blocks(cell: keras.Layer, step: Step) -> list[np.ndarray]:
    """Net inputs of the cell's blocks, each (rows, units), in Keras's order.

    LSTM: input, forget, candidate, output. GRU (``reset_after=False``): update, reset, and a
    candidate that still lacks its recurrent part.
    """
    kernel, recurrent, bias = cell.get_weights()
    net = step.x @ kernel + bias
    count = kernel.shape[1] // cell.units
    if isinstance(cell, keras.layers.GRUCell):
        net[:, : 2 * cell.units] += step.h @ recurrent[:, : 2 * cell.units]
    else:
        net += step.h @ recurrent
    return np.split(net, count, axis=1)


def sigmoid(net: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-net))


def next_cell_state(cell: keras.Layer, step: Step) -> np.ndarray:
    """The cell state that the LSTM hands on, (rows, units)."""
    _, (_, c) = cell(step.x, [step.h, step.c])
    return c.numpy()


def next_hidden_state(cell: keras.Layer, step: Step) -> np.ndarray:
    """The hidden state that an LSTM or a GRU hands on, (rows, units)."""
    states = [step.h] if isinstance(cell, keras.layers.GRUCell) else [step.h, step.c]
    output, _ = cell(step.x, states)
    return output.numpy()


def kernel_blocks(layer: keras.Layer) -> int:
    """How many activations the input and the previous hidden state pass through."""
    layer.build((None, None, FEATURES))
    return layer.get_weights()[0].shape[1] // layer.units


def states_passed_on(layer: keras.Layer) -> int:
    """How many states the layer hands from one step to the next."""
    outputs = layer(tf.zeros([1, 2, FEATURES]))
    return len(outputs) - 1


def parameters(layer: keras.Layer, inputs: int) -> int:
    """Weights of a recurrent layer on ``inputs`` features."""
    layer.build((None, None, inputs))
    return layer.count_params()


def gradient_reach(layer: keras.Layer, steps: int = 100) -> float:
    """Norm of the last output's gradient in the first of ``steps`` inputs, over the last one's."""
    x = tf.constant(np.random.default_rng(0).normal(size=(16, steps, 32)).astype(np.float32))
    with tf.GradientTape() as tape:
        tape.watch(x)
        total = tf.reduce_sum(layer(x))
    norms = tf.norm(tape.gradient(total, x), axis=[0, 2])
    return float(norms[0] / norms[-1])
