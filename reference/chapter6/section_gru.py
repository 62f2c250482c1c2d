"""Gated Recurrent Units: two gates, one state, three activations."""

import keras
import numpy as np

from reference.chapter6.cells import (
    blocks,
    kernel_blocks,
    next_hidden_state,
    parameters,
    random_step,
    randomized,
    sigmoid,
    states_passed_on,
)
from reference.chapter6.preprints import month_of_preprint

SIZES = [(1, 1), (3, 4), (32, 32), (32, 64), (64, 32)]  # features, units
SURE = 100.0


def equation(cell: keras.Layer) -> float:
    """Largest deviation of the cell from one update gate that both forgets and adds."""
    step = random_step()
    update, reset, candidate = blocks(cell, step)
    recurrent = cell.get_weights()[1][:, 2 * cell.units :]
    z, r = sigmoid(update), sigmoid(reset)
    new = np.tanh(candidate + (r * step.h) @ recurrent)
    h = z * step.h + (1 - z) * new
    return float(np.abs(next_hidden_state(cell, step) - h).max())


def unchanged_by_closed_update() -> float:
    """Largest change of the hidden state where the update gate is shut, whatever the input."""
    cell = randomized(keras.layers.GRUCell(4, reset_after=False))
    kernel, recurrent, bias = cell.get_weights()
    bias[: cell.units] = SURE
    cell.set_weights([kernel, recurrent, bias])
    step = random_step()
    return float(np.abs(next_hidden_state(cell, step) - step.h).max())


def ratios(other: type[keras.Layer]) -> np.ndarray:
    """Parameters of a GRU over those of another layer, for several sizes."""
    return np.array(
        [
            parameters(keras.layers.GRU(units, reset_after=False), features)
            / parameters(other(units), features)
            for features, units in SIZES
        ]
    )


def run() -> dict[str, object]:
    return {
        "states_passed_on": states_passed_on(keras.layers.GRU(4, return_state=True)),
        "deviation_of_hidden_state": equation(
            randomized(keras.layers.GRUCell(4, reset_after=False))
        ),
        "change_when_update_is_closed": unchanged_by_closed_update(),
        "activations": {
            "GRU": kernel_blocks(keras.layers.GRU(4, reset_after=False)),
            "LSTM": kernel_blocks(keras.layers.LSTM(4)),
        },
        "ratios_to_plain_rnn": ratios(keras.layers.SimpleRNN),
        "ratios_to_lstm": ratios(keras.layers.LSTM),
        "month_of_paper": month_of_preprint("1406.1078"),
    }
