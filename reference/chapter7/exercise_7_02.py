"""Exercise 7.02: a network of six dense layers makes two features of random numbers."""

import keras
import numpy as np
from keras.layers import Dense

from reference.attempts import attempt
from reference.chapter7 import exercise_7_01
from reference.sessions import user_warnings
from reference.summaries import activations, layer_table, parameter_counts

BATCH = 128
FEATURES = 10
OUTPUTS = 2
HIDDEN = ((32, "linear"), (32, "relu"), (64, "elu"), (32, "elu"), (32, "selu"))


def build_generator() -> keras.Model:
    """Noise (n, 10) to points (n, 2); SELU bounds both coordinates from below, at -1.7581."""
    hidden = [
        Dense(units, activation=activation, kernel_initializer="he_uniform")
        for units, activation in HIDDEN
    ]
    return keras.Sequential(
        [keras.Input((FEATURES,)), *hidden, Dense(OUTPUTS, activation="selu")],
    )


def listing() -> None:
    """The calls of steps 5 and 6 as the book makes them: the first layer is given the input's."""
    model = keras.Sequential()
    (units, activation), *others = HIDDEN
    model.add(
        Dense(units, activation=activation, kernel_initializer="he_uniform", input_dim=FEATURES)
    )
    for units, activation in others:
        model.add(Dense(units, activation=activation, kernel_initializer="he_uniform"))
    model.add(Dense(OUTPUTS, activation="selu"))
    model.summary(print_fn=lambda line, **_: None)


def run() -> dict[str, object]:
    Genmodel = build_generator()
    numbers = np.random.randn(FEATURES * BATCH)
    genInput = numbers.reshape(BATCH, FEATURES)
    rows = layer_table(Genmodel)
    weights = [layer.get_weights() for layer in Genmodel.layers]
    real = np.stack(exercise_7_01.sine_wave(0.0, BATCH), axis=1)
    return {
        "random_numbers": len(numbers),
        "genInput": genInput,
        "listing": attempt(listing),
        "warnings_about_the_input": user_warnings(listing),
        "layers": rows,
        "names": [Genmodel.name, *(row["name"] for row in rows)],
        "number_of_layers": len(rows),
        **parameter_counts(Genmodel),
        "activations": activations(Genmodel),
        "initializers": [type(layer.kernel_initializer).__name__ for layer in Genmodel.layers],
        "input_features": Genmodel.input_shape[1],
        "outputs_and_real_features": [Genmodel.output_shape[1], real.shape[1]],
        "first_output_for_batches": [
            list(Genmodel.layers[0](np.zeros((batch, FEATURES))).shape) for batch in (1, 7, BATCH)
        ],
        "first_layer_params": weights[0][0].size + weights[0][1].size,
        "second_layer_params": weights[1][0].size + weights[1][1].size,
        "first_weights": weights[0][0],
        "first_biases": weights[0][1],
        "weights_and_biases": [[kernel.size, bias.size] for kernel, bias in weights],
        "fakeSamps": Genmodel.predict(genInput, verbose=0),
    }
