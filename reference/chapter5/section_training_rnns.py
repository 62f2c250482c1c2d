"""Training RNNs: a loss over several steps, and the options of Keras's plain recurrent layer."""

import inspect

import keras
import numpy as np
import tensorflow as tf
from keras.layers import GRU, LSTM, Reshape, SimpleRNN

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03
from reference.seeding import fixes_the_start

UNITS = 4
DAYS = keras.random.normal((1, 10), seed=0)


def _signature(layer: type[keras.Layer]) -> list[str]:
    """Arguments in their order, with their defaults, as ``?layer`` shows them."""
    parameters = list(inspect.signature(layer.__init__).parameters.values())[1:]
    return [str(parameter) for parameter in parameters]


def _recurrent_gradients() -> tuple[np.ndarray, list[np.ndarray]]:
    """Gradients of the recurrent weights: of the losses' sum, and of each step's own loss."""
    layer, target = SimpleRNN(UNITS, return_sequences=True), keras.random.normal((UNITS,), seed=1)
    with tf.GradientTape(persistent=True) as tape:
        outputs = layer(DAYS[..., None])
        losses = [tf.reduce_sum((outputs[0, t] - target) ** 2) for t in range(DAYS.shape[1])]
        total = tf.add_n(losses)
    W_R = layer.cell.recurrent_kernel.value
    of_steps = [tape.gradient(loss, W_R, unconnected_gradients="zero") for loss in losses]
    return tape.gradient(total, W_R).numpy(), [gradient.numpy() for gradient in of_steps]


def run() -> dict[str, object]:
    of_sum, of_steps = _recurrent_gradients()
    stack = keras.Sequential([keras.Input((10, 1)), SimpleRNN(UNITS, return_sequences=True)])
    params = {}
    for kind in (SimpleRNN, GRU, LSTM):
        layer = kind(UNITS)
        layer.build((None, 10, 1))
        params[kind.__name__] = layer.count_params()
    return {
        "gradient_of_sum_less_sum_of_gradients": float(abs(of_sum - sum(of_steps)).max()),
        "steps_with_a_gradient": sum(bool(abs(gradient).max() > 0) for gradient in of_steps),
        "imports": attempt(_imports),
        "kind_with_fewest_params": min(params, key=params.__getitem__),
        "signature": _signature(SimpleRNN),
        "usual_options": [
            option
            for option in ("activation", "kernel_initializer", "dropout")
            if option in inspect.signature(SimpleRNN.__init__).parameters
        ],
        "one_output": SimpleRNN(UNITS)(DAYS[..., None]),
        "returned_sequence": SimpleRNN(UNITS, return_sequences=True)(DAYS[..., None]),
        "another_layer_on_a_sequence": attempt(lambda: SimpleRNN(UNITS)(stack(DAYS[..., None]))),
        "another_layer_on_one_output": attempt(
            lambda: SimpleRNN(UNITS)(SimpleRNN(UNITS)(DAYS[..., None]))
        ),
        "several_features": attempt(lambda: SimpleRNN(UNITS)(keras.ops.ones((1, 10, 3)))),
        "list_of_ten_values": attempt(lambda: SimpleRNN(UNITS)(DAYS)),
        "reshaped": Reshape((10, 1))(DAYS),
        "reshape_without_target_shape": attempt(lambda: Reshape()),
        "params_without_input_shape": attempt(
            lambda: keras.Sequential([Reshape((10, 1)), SimpleRNN(UNITS)]).count_params()
        ),
        "same_seeds_same_weights": fixes_the_start(0, exercise_5_03.build),
    }


def _imports() -> None:
    """The imports of the section and of Exercise 5.03."""
    from tensorflow.keras.layers import (  # noqa: F401
        Activation,
        Dense,
        Dropout,
        Reshape,
        SimpleRNN,
    )
    from tensorflow.keras.models import Sequential  # noqa: F401
