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


def response(layer: keras.Layer, sequence: np.ndarray, step: int) -> np.ndarray:
    """How far each step's output moves, shape (steps,), when the input of one step changes."""
    changed = sequence.copy()
    changed[step] += 1
    before, after = layer(tf.stack([sequence, changed])).numpy()
    return np.abs(after - before).max(axis=-1)


def run() -> dict[str, object]:
    sequence = np.random.default_rng(0).normal(size=(STEPS, FEATURES)).astype(np.float32)
    recurrent = SimpleRNN(UNITS, return_sequences=True)
    outputs = recurrent(sequence[np.newaxis])[0].numpy()
    return {
        "deviation_from_recurrence": np.abs(outputs - recur(sequence, recurrent)).max(),
        "later_response_of_recurrent": response(recurrent, sequence, 0)[1:],
        "later_response_of_dense": response(Dense(UNITS), sequence, 0)[1:],
        "earlier_response_of_recurrent": response(recurrent, sequence, -1)[:-1],
        "recurrent_types": [layer.__name__ for layer in (LSTM, GRU) if issubclass(layer, RNN)],
    }
