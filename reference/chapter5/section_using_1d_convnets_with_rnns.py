"""Using 1D Convnets with RNNs: what each of the two has in its favour."""

import math

from keras.layers import Conv1D, SimpleRNN

from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, exercise_5_04, exercise_5_05
from reference.chapter5.forecasts import forecaster
from reference.chapter5.section_preparing_the_data import LOOK_BACK


def run() -> dict[str, object]:
    recurrent, convolution = exercise_5_03.build(), exercise_5_04.build()
    return {
        "params_of_recurrent": recurrent.count_params(),
        "params_of_convolution": convolution.count_params(),
        "numbers_before": LOOK_BACK,
        "numbers_after": math.prod(exercise_5_05.build().layers[1].output.shape[1:]),
        "recurrent_layer_on_a_convolution": attempt(
            lambda: forecaster(Conv1D(5, 3, activation="relu"), SimpleRNN(32))
        ),
    }
