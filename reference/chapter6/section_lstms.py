"""LSTMs: the gates of the cell, equation by equation, against Keras's own cell."""

import keras
import numpy as np

from reference.chapter6.cells import (
    Step,
    blocks,
    next_cell_state,
    next_hidden_state,
    random_step,
    randomized,
    sigmoid,
    states_passed_on,
)

SURE = 100.0  # a net input at which a float32 sigmoid is 0 or 1


def forget_slope(cell: keras.Layer, step: Step) -> np.ndarray:
    """How much of the previous cell state is kept: the new one's slope in it, (rows, units)."""
    zero, one = np.zeros_like(step.c), np.ones_like(step.c)
    return next_cell_state(cell, step._replace(c=one)) - next_cell_state(
        cell, step._replace(c=zero)
    )


def curvature(cell: keras.Layer, step: Step) -> float:
    """Largest second difference of the new cell state in the previous one: 0 if it is linear."""
    at = [next_cell_state(cell, step._replace(c=np.full_like(step.c, c))) for c in (0, 1, 2)]
    return float(np.abs(at[2] - 2 * at[1] + at[0]).max())


def fixed_gates(forget: float, entry: float, candidate: float) -> keras.Layer:
    """A cell of one unit whose biases alone decide: net inputs of forget, input, candidate."""
    cell = keras.layers.LSTMCell(1)
    cell.build((None, 1))
    bias = np.array([entry, forget, candidate, 0])
    cell.set_weights([np.zeros((1, 4)), np.zeros((1, 4)), bias])
    return cell


def cell_state_after(cell: keras.Layer, before: float) -> float:
    """What a cell of one unit makes of its cell state, with no input and no hidden state."""
    zero = np.zeros((1, 1), np.float32)
    return float(next_cell_state(cell, Step(zero, zero, zero + np.float32(before)))[0, 0])


def run() -> dict[str, object]:
    cell, step = randomized(keras.layers.LSTMCell(4)), random_step()
    entry, forget, candidate, output = blocks(cell, step)
    c = sigmoid(forget) * step.c + sigmoid(entry) * np.tanh(candidate)
    h = next_hidden_state(cell, step)
    slope = forget_slope(cell, step)
    moved = {name: step._replace(**{name: getattr(step, name) + 1}) for name in Step._fields}
    half_forgotten = fixed_gates(forget=0, entry=-SURE, candidate=0)
    # 0.9 * tanh(-1.417) is -0.8, with sigmoid(2.197) = 0.9
    example = fixed_gates(forget=0, entry=np.log(9), candidate=np.arctanh(-0.8 / 0.9))
    return {
        "states_passed_on": states_passed_on(keras.layers.LSTM(4, return_state=True)),
        "deviation_of_cell_state": float(np.abs(next_cell_state(cell, step) - c).max()),
        "curvature_in_cell_state": curvature(cell, step),
        "forget_gate": slope,
        "kept_at_0": cell_state_after(fixed_gates(-SURE, -SURE, 0), 5.0),
        "kept_at_1": cell_state_after(fixed_gates(SURE, -SURE, 0), 5.0),
        "inputs_of_forget_gate": [
            name
            for name, other in moved.items()
            if np.abs(forget_slope(cell, other) - slope).max() > 1e-3
        ],
        "deviation_without_tanh": float(np.abs(h - sigmoid(output) * c).max()),
        "deviation_with_tanh": float(np.abs(h - sigmoid(output) * np.tanh(c)).max()),
        "processed_cell_state": cell_state_after(half_forgotten, 5.0),
        "cell_state": cell_state_after(example, 5.0),
    }
