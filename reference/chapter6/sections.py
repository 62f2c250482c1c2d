"""Sections of Chapter 6 that need no module of their own.

Every public function is a section, and returns what its prose states, as observed.
"""

from functools import partial

import keras
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import text_to_word_sequence

from reference.attempts import attempt
from reference.chapter6.cells import FEATURES, gradient_reach, parameters, states_passed_on
from reference.chapter6.preprints import month_of_preprint
from reference.chapter6.reviews import load_reviews
from reference.chapter6.sentiment import UNITS, notebook
from reference.stages import stage

STEPS = 5
# Introduction: two ends of the review, and what is quoted of it.
ENDS_OF_REVIEW = ("or an excellent battery life", "great features that make it the best")
QUOTED = ("excellent battery life", "makes it the best")
# What the chapter says of two preprints where it treats them.
PREPRINTS = {"1406.1078": "proposes the GRU", "1412.3555": "compares plain RNNs, LSTMs and GRUs"}


def introduction() -> dict[str, object]:
    """Overview and Introduction: the kinds of model that the chapter builds; two quotations."""
    base = (keras.layers.RNN, keras.layers.Bidirectional, keras.layers.Attention)
    return {
        "kinds_of_model": sorted(
            {
                type(layer).__name__
                for model in notebook().values()
                for layer in model.layers
                if isinstance(layer, base)
            }
        ),
        "quotations_found": [
            quote for quote in QUOTED if any(quote in end for end in ENDS_OF_REVIEW)
        ],
    }


@stage(needs=("imdb",))
def text_classification() -> dict[str, object]:
    """Sequence Models for Text Classification: the IMDb data."""
    training, test = load_reviews()
    return {
        "reviews": len(training.labels) + len(test.labels),
        "training_reviews": len(training.labels),
        "test_reviews": len(test.labels),
        "sentiments": np.unique(np.concatenate([training.labels, test.labels])),
        "longest_review": int(training.lengths.max()),
    }


def plain_rnn() -> dict[str, object]:
    """Building the Plain RNN Model: one word a time step, one answer at the end."""
    words = text_to_word_sequence("Life is good", lower=False)
    layer = keras.layers.SimpleRNN(4, return_sequences=True, return_state=True)
    embedded = _sequence(len(words))
    every_step, last_state = layer(embedded)
    one_by_one = tf.zeros([1, 4])
    for step in range(len(words)):
        one_by_one, _ = layer.cell(embedded[:, step], [one_by_one])
    return {
        "time_steps": {word: step for step, word in enumerate(words)},
        "deviation_of_one_by_one": float(np.abs(one_by_one - last_state).max()),
        "deviation_of_last_output": float(np.abs(every_step[:, -1] - last_state).max()),
    }


def lstm_versus_rnn() -> dict[str, object]:
    """LSTM versus Plain RNNs: what is passed on, at what cost, and how far back it reaches."""
    return {
        "states": {
            "plain RNN": states_passed_on(keras.layers.SimpleRNN(4, return_state=True)),
            "LSTM": states_passed_on(keras.layers.LSTM(4, return_state=True)),
        },
        "parameters_rnn": parameters(keras.layers.SimpleRNN(32), 32),
        "parameters_lstm": parameters(keras.layers.LSTM(32), 32),
        "reach_of_lstm": gradient_reach(_lstm_with_open_forget_gate(32)),
    }


def lstm_versus_gru() -> dict[str, object]:
    """LSTM versus GRU: parameters, states, and the comparisons that are cited."""
    lstm, gru = keras.layers.LSTM(32), keras.layers.GRU(32, reset_after=False)
    return {
        "parameters_lstm": parameters(lstm, 32),
        "parameters_gru": parameters(gru, 32),
        "states": {
            "LSTM": states_passed_on(keras.layers.LSTM(4, return_state=True)),
            "GRU": states_passed_on(keras.layers.GRU(4, return_state=True)),
        },
        "preprint_of_comparison": next(
            number for number, about in PREPRINTS.items() if about.startswith("compares")
        ),
        "month_of_evaluation": month_of_preprint("1412.3555"),
        "month_of_counting": month_of_preprint("1805.04908"),
        "month_of_exploration": month_of_preprint("1703.03906"),
    }


def bidirectional() -> dict[str, object]:
    """Bidirectional RNNs: two layers, one of them over the reversed sequence, side by side."""
    x = _sequence(STEPS)
    wrapper = keras.layers.Bidirectional(keras.layers.LSTM(4, return_sequences=True))
    output = wrapper(x).numpy()
    forward = _copy_of(wrapper.forward_layer)(x).numpy()
    backward = _copy_of(wrapper.backward_layer)(x[:, ::-1]).numpy()[:, ::-1]
    kinds = (keras.layers.SimpleRNN, keras.layers.LSTM, keras.layers.GRU)
    return {
        "layers_inside": [
            "backward" if layer.go_backwards else "forward"
            for layer in (wrapper.forward_layer, wrapper.backward_layer)
        ],
        "deviation_of_forward": float(np.abs(output[..., :4] - forward).max()),
        "deviation_of_backward": float(np.abs(output[..., 4:] - backward).max()),
        "output_units": output.shape[-1],
        "variants_that_work": [
            kind.__name__
            for kind in kinds
            if attempt(partial(keras.layers.Bidirectional(kind(4)), x))["raised"] is None
        ],
    }


def stacked() -> dict[str, object]:
    """Stacked RNNs: the outputs of one layer, at every step, are the inputs of the next."""
    x = _sequence(STEPS)
    first, second = keras.layers.LSTM(4, return_sequences=True), keras.layers.LSTM(4)
    outputs = first(x)
    together = keras.Sequential([first, second])(x)
    return {
        "outputs_of_first": list(outputs.shape),
        "deviation_of_stack": float(np.abs(together - second(outputs)).max()),
        "same_for_gru": attempt(
            lambda: keras.layers.GRU(4)(keras.layers.GRU(4, return_sequences=True)(x))
        ),
    }


def attention() -> dict[str, object]:
    """Attention Models and More Variants of RNNs: weights of importance, papers, two levels."""
    inputs = keras.layers.Bidirectional(keras.layers.LSTM(4, return_sequences=True))(
        _sequence(STEPS)
    )
    layer = keras.layers.AdditiveAttention()
    # With unit vectors for values, what comes out are the weights themselves.
    unit_vectors = tf.eye(STEPS, inputs.shape[-1])[tf.newaxis]
    weights = layer([inputs[:, :2], unit_vectors, inputs]).numpy()[0, :, :STEPS]
    below = keras.layers.Bidirectional(keras.layers.LSTM(UNITS))  # that of Exercise 6.04
    alignment = _alignment_model(UNITS, below(keras.Input((None, UNITS))).shape[-1])
    return {
        "month_of_first_paper": month_of_preprint("1409.0473"),
        "sum_of_weights_less_1": np.abs(weights.sum(axis=1) - 1),
        "inputs_weighted": weights.shape[1],
        "weights_added": alignment.count_params(),
        "recurrent_layers_of_hierarchy": [
            type(layer.forward_layer).__name__
            for level in _hierarchical_attention_network()
            for layer in level.layers
            if isinstance(layer, keras.layers.Bidirectional)
        ],
    }


def _alignment_model(state_size: int, annotation_size: int) -> keras.Model:
    """That of arXiv:1409.0473, v_a . tanh(W_a s + U_a h), with as many units as the state has."""
    state, annotation = keras.Input((state_size,)), keras.Input((annotation_size,))
    both = [
        keras.layers.Dense(state_size, use_bias=False)(vector) for vector in (state, annotation)
    ]
    hidden = keras.layers.Activation("tanh")(keras.layers.Add()(both))
    return keras.Model([state, annotation], keras.layers.Dense(1, use_bias=False)(hidden))


def _hierarchical_attention_network(words: int = 5, sentences: int = 3) -> list[keras.Model]:
    """That of Yang and others (NAACL 2016): its level of words, and that of sentences above it."""
    numbers, document = keras.Input((words,)), keras.Input((sentences, words))
    lower = keras.Model(numbers, _attended(keras.layers.Embedding(50, 8)(numbers)))
    encoded = _attended(keras.layers.TimeDistributed(lower)(document))
    return [lower, keras.Model(document, keras.layers.Dense(2, "softmax")(encoded))]


def _attended(sequence: keras.KerasTensor) -> keras.KerasTensor:
    """The states of a GRU that reads both ways, summed by the weights of their importance."""
    states = keras.layers.Bidirectional(keras.layers.GRU(4, return_sequences=True))(sequence)
    importance = keras.layers.Dense(1, use_bias=False)(keras.layers.Dense(8, "tanh")(states))
    weights = keras.layers.Softmax(axis=1)(importance)
    return keras.layers.Flatten()(keras.layers.Dot(axes=1)([weights, states]))


def _lstm_with_open_forget_gate(units: int) -> keras.Layer:
    """An LSTM on ``units`` features whose biases let it keep its cell state: a net input of 5."""
    layer = keras.layers.LSTM(units)
    layer.build((None, None, units))
    kernel, recurrent, bias = layer.get_weights()
    bias[units : 2 * units] = 5
    layer.set_weights([kernel, recurrent, bias])
    return layer


def _sequence(steps: int) -> tf.Tensor:
    """A random sequence (1, steps, FEATURES)."""
    generator = np.random.default_rng(0)
    return tf.constant(generator.normal(size=(1, steps, FEATURES)).astype(np.float32))


def _copy_of(layer: keras.Layer) -> keras.Layer:
    """An LSTM of the same weights that reads forward."""
    copy = keras.layers.LSTM(layer.units, return_sequences=True)
    copy.build((None, None, FEATURES))
    copy.set_weights(layer.get_weights())
    return copy
