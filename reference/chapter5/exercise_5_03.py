"""Exercise 5.03: a plain recurrent network for the next day's price."""

import keras
from keras.layers import SimpleRNN

from reference.attempts import attempt
from reference.chapter2 import exercise_2_07
from reference.chapter5.forecasts import forecaster, forecasting
from reference.chapter5.listings import imported_but_unused, names_used
from reference.chapter5.section_preparing_the_data import LOOK_BACK
from reference.sessions import written_by
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 3
# Steps 1 to 8.
LISTING = """\
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import SimpleRNN, Activation, Dropout, Dense, Reshape

model = Sequential()
model.add(Reshape((look_back, 1), input_shape=(look_back,)))
model.add(SimpleRNN(32, input_shape=(look_back, 1)))
model.add(Dense(1))
model.add(Activation("linear"))
model.compile(loss="mean_squared_error", optimizer="adam")
model.summary()
"""


def build() -> keras.Model:
    """32 recurrent neurons over ten days."""
    return forecaster(SimpleRNN(32))


CORE = forecasting("5.03", build, EPOCHS)


def run() -> dict[str, object]:
    model = build()
    recurrent = model.get_layer("simple_rnn")
    n, m, k = recurrent.units, recurrent.input.shape[-1], model.output_shape[-1]
    return {
        "listing": attempt(lambda: written_by(lambda: exec(LISTING, {"look_back": LOOK_BACK}))),
        "prepared_data_used": sorted(names_used(LISTING) & {"trainX", "trainY"}),
        "imported_but_unused": imported_but_unused(LISTING),
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
