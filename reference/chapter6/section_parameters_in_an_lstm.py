"""Parameters in an LSTM: four blocks, and what the chapter's formula counts."""

import keras
import numpy as np

from reference.chapter6.cells import (
    FEATURES,
    Step,
    kernel_blocks,
    next_cell_state,
    parameters,
    random_step,
    randomized,
)
from reference.chapter6.section_lstms import SURE, forget_slope

# Neurons n, inputs m, and neurons k of the layer that follows.
SIZES = [(32, 32, 1), (32, 32, 32), (64, 32, 64), (64, 64, 32), (5, 3, 10)]


def printed_formula(n: int, m: int, k: int) -> int:
    """Weights of a plain RNN as Chapter 5 and this section count them."""
    return n**2 + n * k + n * m


def weights_of_network(n: int, m: int, k: int) -> int:
    """Weights of a plain RNN with its output, as Keras counts them without biases."""
    recurrent = keras.layers.SimpleRNN(n, use_bias=False)
    output = keras.layers.Dense(k, use_bias=False)
    return keras.Sequential([keras.Input((None, m)), recurrent, output]).count_params()


def gate_of_block(cell: keras.Layer, step: Step, block: int) -> str:
    """Which gate a block of the cell's weights belongs to, by what a larger bias of it changes.

    The forget gate changes what is kept of the cell state, the update gate what is added to it,
    the output gate neither.
    """
    empty = step._replace(c=np.zeros_like(step.c))
    weights = cell.get_weights()
    kept, added = forget_slope(cell, step), next_cell_state(cell, empty)
    bias = weights[2].copy()
    bias[block * cell.units : (block + 1) * cell.units] += 1
    cell.set_weights([*weights[:2], bias])
    moved_kept, moved_added = forget_slope(cell, step), next_cell_state(cell, empty)
    cell.set_weights(weights)
    if np.abs(moved_kept - kept).max() > 1e-3:
        return "forget"
    return "update" if np.abs(moved_added - added).max() > 1e-3 else "output"


def activations_of_gates() -> dict[str, int]:
    """How many of the four activations that the input passes through each gate has."""
    cell, step = randomized(keras.layers.LSTMCell(4)), random_step()
    gates = [gate_of_block(cell, step, block) for block in range(4)]
    return {gate: gates.count(gate) for gate in ("forget", "update", "output")}


def deviation_without_gates() -> float:
    """Largest deviation of a plain RNN from an LSTM that keeps its tanh of the update alone.

    The biases take the gates away: nothing is kept of the cell state, the update is let in whole.
    """
    cell, step = randomized(keras.layers.LSTMCell(4)), random_step()
    plain = keras.layers.SimpleRNNCell(cell.units)
    plain.build((None, FEATURES))
    plain.set_weights([np.split(weight, 4, axis=-1)[2] for weight in cell.get_weights()])
    kernel, recurrent, bias = cell.get_weights()
    bias[: cell.units], bias[cell.units : 2 * cell.units] = SURE, -SURE
    cell.set_weights([kernel, recurrent, bias])
    output, _ = plain(step.x, [step.h])
    return float(np.abs(next_cell_state(cell, step) - output.numpy()).max())


def run() -> dict[str, object]:
    plain = np.array([parameters(keras.layers.SimpleRNN(n), m) for n, m, _ in SIZES])
    lstm = np.array([parameters(keras.layers.LSTM(n), m) for n, m, _ in SIZES])
    networks = np.array([weights_of_network(*sizes) for sizes in SIZES])
    printed = np.array([printed_formula(*sizes) for sizes in SIZES])
    right = np.array([n**2 + n * m + n for n, m, _ in SIZES])
    return {
        "activations": {
            "plain RNN": kernel_blocks(keras.layers.SimpleRNN(4)),
            "LSTM": kernel_blocks(keras.layers.LSTM(4)),
        },
        "activations_of_gates": activations_of_gates(),
        "deviation_without_gates": deviation_without_gates(),
        "ratios_to_plain_rnn": lstm / plain,
        "printed_formula_less_network": printed - networks,
        "printed_formula_less_lstm": 4 * printed - lstm,
        "bias_formula_less_lstm": 4 * right - lstm,
    }
