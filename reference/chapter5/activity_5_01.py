"""Activity 5.01: the hybrid model with dropout on the prices of IBM."""

import keras
import numpy as np
from keras.layers import Conv1D, Dropout, SimpleRNN

from reference import datasets
from reference.attempts import attempt
from reference.chapter5 import exercise_5_03, exercise_5_04, exercise_5_05, printed_logs
from reference.chapter5.exercise_5_01 import plotted
from reference.chapter5.forecasts import (
    correlation_of_changes,
    forecaster,
    forecasting,
    rmse_of_previous_day,
    train,
    trials,
)
from reference.chapter5.section_preparing_the_data import LOOK_BACK, prepare
from reference.stages import stage
from reference.summaries import compilation, layer_table, parameter_counts

EPOCHS = 5
SEEDS = 20
IMPORT_OF_LAYERS = """\
from tensorflow.keras.layers import SimpleRNN, Activation, Dropout,
Dense, Reshape, Conv1D
"""


def build() -> keras.Model:
    """The model of Exercise 5.05 with a quarter of its recurrent outputs dropped."""
    return forecaster(Conv1D(5, 3, activation="relu"), SimpleRNN(32), Dropout(0.25))


CORE = forecasting("A5.01", build, EPOCHS)


def run() -> dict[str, object]:
    """The last model of the notebook: its layers are counted after those of the exercises."""
    notebook = {"model": exercise_5_03.build()}
    exercise_5_04.build()
    exercise_5_05.build()
    model_comb = build()
    convolution, recurrent, dropout = model_comb.layers[1:4]
    table = layer_table(model_comb)
    return {
        "layers": table,
        "layer_names": [row["name"] for row in table],
        "layer_types": [row["type"] for row in table],
        **parameter_counts(model_comb),
        **compilation(model_comb),
        "total_params_of_model": eval("model", notebook).count_params(),
        "activation_of_convolution": convolution.activation.__name__,
        "filters": convolution.filters,
        "filter_size": convolution.kernel_size[0],
        "neurons": recurrent.units,
        "dropout_rate": dropout.rate,
        "activation_of_output": model_comb.layers[-1].activation.__name__,
        "epochs_of_log": len(printed_logs.ACTIVITY.seconds),
        "share_held_out_in_log": printed_logs.ACTIVITY.share_held_out,
        "imports": attempt(_imports),
        "import_of_layers": attempt(lambda: compile(IMPORT_OF_LAYERS, "<cell>", "exec")),
    }


@stage(needs=("ibm",))
def data(seed: int = 0) -> dict[str, object]:
    inp0 = datasets.load("ibm").sort_index(ascending=False)
    prices = prepare("ibm")
    return {
        "axes_of_plot": plotted(inp0, "Date", "Close"),
        "first_and_last_date": [inp0.Date.iloc[0], inp0.Date.iloc[-1]],
        "ts_data": prices.ts_data,
        "lengths": [len(prices.train_targets), len(prices.test_targets)],
        "train_share": len(prices.train_targets) / len(prices.ts_data),
        "look_back": prices.train_features.shape[1],
        "trainX": prices.train_features,
        "testX": prices.test_features,
        "train_scaled_range": np.array([prices.train_targets.min(), prices.train_targets.max()]),
        **train(CORE, prices, seed)[1],
    }


@stage(tier="train", needs=("ibm",))
def over_seeds() -> dict[str, object]:
    """The activity's model against the price of the day before."""
    prices = prepare("ibm")
    hybrid = trials(CORE, "ibm", SEEDS)
    previous_day = rmse_of_previous_day(prices.test_features, prices.test_targets)
    happened = prices.test_targets[LOOK_BACK:]
    return {
        "rmse_test_unpadded": hybrid.rmse_test_unpadded,
        "rmse_test_of_previous_day": np.full(SEEDS, previous_day),
        "correlation_of_changes": correlation_of_changes(hybrid.predictions, happened, 0),
        "correlation_one_day_late": correlation_of_changes(hybrid.predictions, happened, 1),
    }


def _imports() -> None:
    """What step 6 of the solution imports, in statements that are whole."""
    from sklearn.metrics import mean_squared_error  # noqa: F401
    from tensorflow.keras.layers import (  # noqa: F401
        Activation,
        Conv1D,
        Dense,
        Dropout,
        Reshape,
        SimpleRNN,
    )
    from tensorflow.keras.models import Sequential  # noqa: F401
