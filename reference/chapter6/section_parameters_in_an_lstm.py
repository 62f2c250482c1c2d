"""Parameters in an LSTM: four blocks, and what the chapter's formula counts."""

import keras
import numpy as np

from reference.chapter6.cells import kernel_blocks, parameters

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
        "ratios_to_plain_rnn": lstm / plain,
        "printed_formula_less_network": printed - networks,
        "printed_formula_less_lstm": 4 * printed - lstm,
        "bias_formula_less_lstm": 4 * right - lstm,
    }
