"""Exercise 5.03: a plain recurrent network for the next day's price."""

import keras
from keras.layers import Activation, Dense, Reshape, SimpleRNN

from reference.attempts import attempt
from reference.chapter2 import exercise_2_07
from reference.chapter5.forecasts import forecaster, forecasting
from reference.chapter5.listings import names_used
from reference.chapter5.section_preparing_the_data import LOOK_BACK
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 3
# What steps 2 to 8 come to.
LISTING = """\
model = Sequential([Reshape((look_back, 1)), SimpleRNN(32), Dense(1), Activation("linear")])
model.compile("adam", "mean_squared_error")
model.summary()
"""


def build() -> keras.Model:
    """32 recurrent neurons over ten days."""
    return forecaster(SimpleRNN(32))


CORE = forecasting("5.03", build, EPOCHS)


def listing() -> keras.Model:
    """The calls of steps 2 to 8 as the book makes them."""
    model = keras.Sequential()
    model.add(Reshape((LOOK_BACK, 1), input_shape=(LOOK_BACK,)))
    model.add(SimpleRNN(32, input_shape=(LOOK_BACK, 1)))
    model.add(Dense(1))
    model.add(Activation("linear"))
    model.compile(loss="mean_squared_error", optimizer="adam")
    return model


def run() -> dict[str, object]:
    model = build()
    recurrent = model.get_layer("simple_rnn")
    n, m, k = recurrent.units, recurrent.input.shape[-1], model.output_shape[-1]
    return {
        "listing": attempt(listing),
        "prepared_data_used": sorted(names_used(LISTING) & {"trainX", "trainY"}),
        "layers": layer_table(model),
        **parameter_counts(model),
        **compilation(model),
        "layer_types": [type(layer).__name__ for layer in model.layers],
        "format_for_the_recurrent_layer": list(model.layers[0].target_shape),
        "neurons": recurrent.units,
        "size_of_dense": model.get_layer("dense").units,
        "activation": model.layers[-1].activation.__name__,
        "recurrent_params_less_expected": recurrent.count_params() - (n**2 + n * k + n * m),
        "params_for_images": exercise_2_07.build().count_params(),
    }
