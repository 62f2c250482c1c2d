"""Sections of Chapter 5 that need no data: sequences, recurrence, its many forms, its parameters.

Every public function is a section, and returns what its prose states, as observed.
"""

import re
from collections import Counter

import keras
import numpy as np
from keras.layers import Dense, Embedding, Flatten, GlobalAveragePooling1D, SimpleRNN

from reference.chapter5 import exercise_5_02

SENTENCE = "Can this be solved while ignoring the sequence of words?"
JUMBLE = "words? while sequence be this solved of can the ignoring"
TERMS = ["I", "I can't", "I can't find any"]  # Figures 5.8 to 5.10


def working_with_sequences() -> dict[str, object]:
    """Introduction and Working with Sequences: a sentence and the same words jumbled."""
    sentence, jumble = (re.findall(r"\w+", text.lower()) for text in (SENTENCE, JUMBLE))
    words = sorted(set(sentence))
    numbered = np.array([[words.index(word) for word in text] for text in (sentence, jumble)])
    embedded = Embedding(len(words), 4)(numbered)
    average = GlobalAveragePooling1D()(embedded).numpy()
    recurrent = SimpleRNN(4)(embedded).numpy()
    return {
        "words_that_differ": (Counter(sentence) - Counter(jumble)).total(),
        "difference_without_sequence": float(abs(average[0] - average[1]).max()),
        "difference_with_sequence": float(abs(recurrent[0] - recurrent[1]).max()),
    }


def recurrent_neural_networks() -> dict[str, object]:
    """Recurrent Neural Networks: three terms, one after the other or all together."""
    sentence = keras.random.normal((3, 2), seed=0)
    step_by_step = SimpleRNN(4, return_sequences=True)
    final = SimpleRNN(4)
    together = keras.Sequential([keras.Input((3, 2)), Flatten(), Dense(4, "tanh")])
    swapped = keras.ops.take(sentence, [1, 0, 2], axis=0)
    return {
        "terms_in_figures": [len(text.split()) for text in TERMS],
        "terms_behind_each_output": _dependence(step_by_step, sentence),
        "terms_behind_the_feedforward_output": _dependence(together, sentence),
        "output_of_the_sentence": final(sentence[None]),
        "response_to_another_order": float(
            abs(final(sentence[None]) - final(swapped[None])).numpy().max()
        ),
    }


def loops() -> dict[str, object]:
    """Loops: two recurrent layers against the equations of Figure 5.19."""
    first, second = SimpleRNN(4, return_sequences=True), SimpleRNN(3, return_sequences=True)
    inputs = keras.random.normal((1, 5, 2), seed=0)
    outputs_of_first = first(inputs)
    outputs = [outputs_of_first.numpy()[0], second(outputs_of_first).numpy()[0]]
    signals = [inputs.numpy()[0], outputs[0]]
    cell = keras.layers.SimpleRNNCell(3)
    below, before = keras.random.normal((1, 2), seed=1), keras.random.normal((1, 3), seed=2)
    reference = cell(below, [before])[0]
    moved = {
        "the layer below, same step": cell(below + 1, [before])[0],
        "the same layer, previous step": cell(below, [before + 1])[0],
    }
    return {
        "deviation_from_equations": max(
            float(abs(output - _recurrence(layer, signal)).max())
            for layer, signal, output in zip((first, second), signals, outputs, strict=True)
        ),
        "inputs_of_a_hidden_layer": [
            name for name, output in moved.items() if abs(output - reference).numpy().max() > 1e-3
        ],
        "params_for_2_and_10_steps": [_params(SimpleRNN(4), (steps, 2)) for steps in (2, 10)],
    }


def flexibility() -> dict[str, object]:
    """The Flexibility and Versatility of RNNs: inputs and outputs at one step or at several."""
    series, single = keras.random.normal((1, 7, 3), seed=0), keras.random.normal((1, 3), seed=1)
    to_five_steps = keras.layers.RepeatVector(5)
    then_nothing = keras.layers.ZeroPadding1D((0, 4))
    generate = keras.Sequential(
        [keras.Input((1, 3)), then_nothing, SimpleRNN(2, return_sequences=True)]
    )
    encoder, decoder = SimpleRNN(6), SimpleRNN(2, return_sequences=True)
    translate = keras.Sequential([keras.Input((7, 3)), encoder, to_five_steps, decoder])
    steps = [exercise_5_02.as_batch(rows) for rows in (exercise_5_02.XT0, exercise_5_02.XT1)]
    outputs = exercise_5_02.seeded_layer().forward_pass(*steps)
    return {
        "inputs_at_each_step_of_5_02": [batch.shape[1] for batch in steps],
        "outputs_of_5_02": len(outputs),
        "number_of_the_exercise": ".".join(exercise_5_02.__name__.split("_")[1:]),
        "final_output": SimpleRNN(4)(series),
        "inputs_behind_outputs_from_one_step": _dependence(generate, single),
        "outputs_at_every_step": SimpleRNN(2, return_sequences=True)(series),
        "outputs_of_another_length": translate(series),
        "terms_behind_the_translation": _dependence(translate, series[0])[0],
        "state_of_the_encoder": encoder(series),
    }


def parameters() -> dict[str, object]:
    """Parameters in an RNN: layers of n neurons on m inputs, under k outputs."""
    sizes = [(32, 1, 1), (32, 5, 3), (64, 8, 10)]
    recurrent = [SimpleRNN(n) for n, _, _ in sizes]
    outputs = [Dense(k) for _, _, k in sizes]
    for layer, output, (n, m, _) in zip(recurrent, outputs, sizes, strict=True):
        layer.build((None, 10, m))
        output.build((None, n))
    return {
        "input_weights": [int(np.prod(layer.cell.kernel.shape)) for layer in recurrent],
        "output_weights": [int(np.prod(output.kernel.shape)) for output in outputs],
        "recurrent_shapes": [list(layer.cell.recurrent_kernel.shape) for layer in recurrent],
        "params_of_recurrent_layers": [layer.count_params() for layer in recurrent],
    }


def _recurrence(layer: SimpleRNN, signal: np.ndarray) -> np.ndarray:
    """Outputs (steps, n) of a layer by the book's equations, from its inputs (steps, m)."""
    W_F, W_R, b = layer.get_weights()
    a, outputs = np.zeros(len(b)), []
    for x in signal:
        Z = W_F.T @ x + W_R.T @ a + b
        a = np.tanh(Z)
        outputs.append(a)
    return np.array(outputs)


def _dependence(network: keras.Layer, sentence: keras.KerasTensor) -> list[list[bool]]:
    """Which terms (columns) each output step (rows) changes with."""
    outputs = np.atleast_2d(network(sentence[None]).numpy()[0])
    rows = []
    for term in range(sentence.shape[0]):
        moved = sentence + keras.ops.one_hot(term, sentence.shape[0])[:, None]
        change = abs(np.atleast_2d(network(moved[None]).numpy()[0]) - outputs)
        rows.append(change.max(axis=1) > 1e-6)
    return np.array(rows).T.tolist()


def _params(layer: keras.Layer, shape: tuple[int, ...]) -> int:
    layer.build((None, *shape))
    return layer.count_params()
