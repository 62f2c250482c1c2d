"""Using 1D Convnets with RNNs: what each of the two has in its favour."""

from keras.layers import Conv1D, SimpleRNN

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, exercise_5_04, exercise_5_05
from reference.chapter5.forecasts import forecaster


def run() -> dict[str, object]:
    recurrent, convolution = exercise_5_03.build(), exercise_5_04.build()
    of_hybrid = exercise_5_05.build().layers[1]
    return {
        "params_of_recurrent": recurrent.count_params(),
        "params_of_convolution": convolution.count_params(),
        "steps_before": of_hybrid.input.shape[1],
        "steps_after": of_hybrid.output.shape[1],
        "recurrent_layer_on_a_convolution": attempt(
            lambda: forecaster(Conv1D(5, 3, activation="relu"), SimpleRNN(32))
        ),
    }
