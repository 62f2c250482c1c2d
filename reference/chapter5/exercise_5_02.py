"""Exercise 5.02: two time steps of a recurrent layer, by hand."""

from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

from reference.chapter5.listings import names_used
from reference.stages import Matrix

OTHER_SEEDS = range(1, 31)
NEAR_ONE = 0.99
# As printed; the last digits are the rounding of float32 sums, which differs between processors.
PRINTED_YT0 = [
    [-0.776318431, -0.844548464, 0.438419849],
    [-0.0857750699, -0.993522227, 0.516408086],
    [0.698345721, -0.999749422, 0.586677969],
]
PRINTED_YT1 = [[1, -1, 0.999998629], [1, -1, 0.999998331], [1, -1, 0.999997377]]
PRINT_OF_STEP_8 = "tf.print(yt0_output)"
XT0: Matrix = ((0, 1), (2, 3), (4, 5))
XT1: Matrix = ((100, 101), (102, 103), (104, 105))


def as_batch(rows: Matrix) -> np.ndarray:
    """Examples, a row each, as float32."""
    return np.array(rows).astype(np.float32)


class Layer(NamedTuple):
    """Weights of a recurrent layer: ``Wf`` (inputs, n), ``Wr`` (n, n), ``b`` (1, n)."""

    Wf: tf.Variable
    Wr: tf.Variable
    b: tf.Variable

    def forward_pass(self, xt0: np.ndarray, xt1: np.ndarray) -> tuple[tf.Tensor, tf.Tensor]:
        """Outputs of the two steps, each (examples, n): the second is also given the first."""
        yt0 = tf.tanh(xt0 @ self.Wf + self.b)
        yt1 = tf.tanh(yt0 @ self.Wr + xt1 @ self.Wf + self.b)
        return yt0, yt1


def random_layer(num_inputs: int = 2, num_neurons: int = 3) -> Layer:
    """Normal weights, drawn in the book's order from TensorFlow's generator, and no bias."""
    return Layer(
        tf.Variable(tf.random.normal([num_inputs, num_neurons])),
        tf.Variable(tf.random.normal([num_neurons, num_neurons])),
        tf.Variable(tf.zeros([1, num_neurons])),
    )


def seeded_layer(tensorflow_seed: int = 0, numpy_seed: int = 0) -> Layer:
    np.random.seed(numpy_seed)
    tf.random.set_seed(tensorflow_seed)
    return random_layer()


def by_keras(layer: Layer, *steps: np.ndarray) -> np.ndarray:
    """The same two steps by Keras's own layer, outputs (examples, steps, n)."""
    recurrent = keras.layers.SimpleRNN(layer.Wr.shape[0], return_sequences=True)
    sequence = np.stack(steps, axis=1)
    recurrent.build(sequence.shape)
    recurrent.set_weights([layer.Wf.numpy(), layer.Wr.numpy(), layer.b.numpy()[0]])
    return recurrent(sequence).numpy()


def rows_behind_examples(layer: Layer) -> list[list[int]]:
    """Which rows of the final output change with each example.

    The inputs are small ones: with those of the exercise every output is near 1 or -1, and stays.
    """
    steps = as_batch(XT0) / 10, as_batch(XT1) / 100
    still = layer.forward_pass(*steps)[1].numpy()
    rows = []
    for example in np.eye(len(still), dtype=np.float32):
        moved = layer.forward_pass(*(step + example[:, np.newaxis] for step in steps))[1].numpy()
        rows.append(np.flatnonzero(abs(moved - still).max(axis=1) > 1e-6).tolist())
    return rows


def run(xt0_batch: Matrix = XT0, xt1_batch: Matrix = XT1) -> dict[str, object]:
    layer = seeded_layer()
    xt0, xt1 = as_batch(xt0_batch), as_batch(xt1_batch)
    with tf.GradientTape() as tape:
        yt0_output, yt1_output = layer.forward_pass(xt0, xt1)
    same, otherwise = seeded_layer(), seeded_layer(numpy_seed=1)
    others = [seeded_layer(seed).forward_pass(xt0, xt1) for seed in OTHER_SEEDS]
    outputs_by_keras = by_keras(layer, xt0, xt1)
    return {
        "num_inputs": layer.Wf.shape[0],
        "num_neurons": layer.Wf.shape[1],
        "Wf": layer.Wf,
        "Wr": layer.Wr,
        "b": layer.b,
        "xt0_batch": xt0,
        "inputs_in_xt0": xt0.shape[1],
        "xt1_batch": xt1,
        "default_float": tf.constant(1.0).dtype.name,
        "printed_in_step_8": sorted(names_used(PRINT_OF_STEP_8) - {"tf"}),
        "yt0_output": yt0_output,
        "yt1_output": yt1_output,
        "deviation_from_printed_yt0": float(abs(yt0_output - PRINTED_YT0).numpy().max()),
        "deviation_from_printed_yt1": float(abs(yt1_output - PRINTED_YT1).numpy().max()),
        "rows_behind_examples": rows_behind_examples(layer),
        "share_of_other_starts_near_one": np.mean(
            [tf.abs(final).numpy().min() > NEAR_ONE for _, final in others]
        ),
        "yt0_less_tanh_of_xt0_Wf": float(abs(yt0_output - tf.tanh(xt0 @ layer.Wf)).numpy().max()),
        "weights_of_yt1": _weights_with_gradient(tape, yt1_output, layer),
        "weights_not_repeated": _different(layer, same),
        "weights_set_by_numpy": _different(layer, otherwise),
        "difference_with_other_seeds": np.mean([abs(first - yt0_output) for first, _ in others]),
        "deviation_from_keras": float(
            abs(outputs_by_keras - np.stack([yt0_output, yt1_output], axis=1)).max()
        ),
    }


def _different(one: Layer, other: Layer) -> int:
    """How many random weights differ."""
    pairs = zip(one[:2], other[:2], strict=True)
    return sum(int(tf.reduce_sum(tf.cast(a != b, tf.int32))) for a, b in pairs)


def _weights_with_gradient(tape: tf.GradientTape, output: tf.Tensor, layer: Layer) -> list[str]:
    gradients = tape.gradient(output, layer._asdict())
    return [name for name, gradient in gradients.items() if gradient is not None]
