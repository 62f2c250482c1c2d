"""Recurrent Neural Networks: each step's output is fed into the next, and so remembered."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import GRU, LSTM, RNN, Dense, SimpleRNN

STEPS, FEATURES, UNITS = 4, 3, 2


def recur(sequence: np.ndarray, layer: SimpleRNN) -> np.ndarray:
    """Outputs of each step by hand: h_t = tanh(x_t W + h_(t-1) U + b), from h = 0."""
    W, U, b = layer.get_weights()
    outputs = [np.zeros(UNITS, dtype=np.float32)]
    for step in sequence:
        outputs.append(np.tanh(step @ W + outputs[-1] @ U + b))
    return np.array(outputs[1:])


def later_response(layer: keras.Layer, sequence: np.ndarray) -> np.ndarray:
    """How far each later step's output moves, (steps - 1,), when the first input changes."""
    changed = sequence.copy()
    changed[0] += 1
    before, after = layer(tf.stack([sequence, changed])).numpy()
    return np.abs(after - before).max(axis=-1)[1:]


def run() -> dict[str, object]:
    sequence = np.random.default_rng(0).normal(size=(STEPS, FEATURES)).astype(np.float32)
    recurrent = SimpleRNN(UNITS, return_sequences=True)
    outputs = recurrent(sequence[np.newaxis])[0].numpy()
    return {
        "deviation_from_recurrence": np.abs(outputs - recur(sequence, recurrent)).max(),
        "recurrent_weights": recurrent.get_weights()[1],
        "later_response_of_recurrent": later_response(recurrent, sequence),
        "later_response_of_dense": later_response(Dense(UNITS), sequence),
        "recurrent_types": [layer.__name__ for layer in (LSTM, GRU) if issubclass(layer, RNN)],
    }
