"""Forecasts of the next day's price: how the chapter trains them, and how far off they are."""

import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import keras
import numpy as np
from keras.layers import Activation, Dense, Reshape

from reference.chapter5.section_preparing_the_data import LOOK_BACK, Prices, prepare
from reference.cores import Core, Options
from reference.training import History, Validation

Rows = tuple[np.ndarray, np.ndarray]

HELD_OUT = 0.1  # the last tenth of the training rows is for validation
BY_XLA = Options(jit_compile=True)
SEEDS = 30


class Trials(NamedTuple):
    """The same training from many random starts: one value a seed, predictions one row a seed.

    Errors are of scaled prices, as the chapter's ``get_model_perf`` prints them; those that are
    called unpadded leave out the days without ``look_back`` days before them, and so do
    ``predictions``, which are of the test days that ``plot_pred`` plots.
    """

    rmse_train: np.ndarray
    rmse_test: np.ndarray
    rmse_train_unpadded: np.ndarray
    rmse_test_unpadded: np.ndarray
    val_loss: np.ndarray
    predictions: np.ndarray


def forecaster(*layers: keras.Layer, look_back: int = LOOK_BACK) -> keras.Model:
    """These layers between a (look_back, 1) view of the prices and one linear neuron."""
    ends = [Dense(1), Activation("linear")]
    model = keras.Sequential([keras.Input((look_back,)), Reshape((look_back, 1)), *layers, *ends])
    model.compile(loss=keras.losses.MeanSquaredError(), optimizer="adam")
    return model


def split(prices: Prices) -> tuple[Rows, Validation]:
    """Training and validation rows, as ``validation_split=0.1`` takes them: the last for it."""
    kept = int(len(prices.train_features) * (1 - HELD_OUT))
    rows = prices.train_features[:kept], prices.train_targets[:kept]
    return rows, Validation(prices.train_features[kept:], prices.train_targets[kept:])


def latest_last(prices: Prices) -> Prices:
    """The same prices, each look-back in the order in which its days happened."""
    return prices._replace(
        train_features=prices.train_features[:, ::-1], test_features=prices.test_features[:, ::-1]
    )


def forecasting(unit: str, build: Callable[[], keras.Model], epochs: int) -> Core:
    """The chapter's way of training: a day at a time."""
    return Core(unit, build, epochs, batch_size=1, quality="val_loss")


def train(core: Core, prices: Prices, seed: int) -> tuple[keras.Model, dict[str, object]]:
    """Train as the listings do; the model, and what they print of it."""
    rows, validation = split(prices)
    model, history = core.train(*rows, seed=seed, validation=validation, options=BY_XLA)
    losses = History(history.loss, np.empty(0), history.val_loss)
    return model, {
        "train_samples": len(rows[0]),
        "val_samples": len(validation.features),
        **losses.of_epochs(1, core.epochs),
        "rmse_train": rmse(model, prices.train_features, prices.train_targets),
        "rmse_test": rmse(model, prices.test_features, prices.test_targets),
    }


@cache
def trials(core: Core, dataset: str, seeds: int) -> Trials:
    """``train`` on a data set from the starts of seeds 0 to ``seeds - 1``, once a process."""
    return trials_on(prepare(dataset), core, seeds)


def trials_on(prices: Prices, core: Core, seeds: int) -> Trials:
    rows, validation = split(prices)
    train_days = prices.train_features, prices.train_targets
    test_days = prices.test_features, prices.test_targets
    found = [
        (
            rmse(model, *train_days),
            rmse(model, *test_days),
            rmse(model, *unpadded(*train_days)),
            rmse(model, *unpadded(*test_days)),
            history.val_loss,
            predict(model, unpadded(*test_days)[0])[:, 0],
        )
        for model, history in core.train_each(
            *rows, seeds=seeds, validation=validation, options=BY_XLA
        )
    ]
    return Trials(*map(np.array, zip(*found, strict=True)))


def unpadded(features: np.ndarray, targets: np.ndarray) -> Rows:
    """The rows whose whole look-back is known: before the series there is only padding."""
    look_back = features.shape[1]
    return features[look_back:], targets[look_back:]


def predict(model: keras.Model, features: np.ndarray) -> np.ndarray:
    """Predictions (n, 1), all rows at once."""
    return model(features.astype(np.float32), training=False).numpy()


def rmse(model: keras.Model, features: np.ndarray, targets: np.ndarray) -> float:
    """Root of the mean squared error."""
    return root_mean_square(predict(model, features) - targets)


def root_mean_square(errors: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(errors))))


def rmse_of_previous_day(features: np.ndarray, targets: np.ndarray) -> float:
    """The error of the forecast that tomorrow's price is today's, on the unpadded rows."""
    known, happened = unpadded(features, targets)
    return root_mean_square(known[:, :1] - happened)


def correlation_of_changes(predictions: np.ndarray, targets: np.ndarray, days_late: int) -> float:
    """How far the predictions' daily changes follow the price's of ``days_late`` days before.

    The mean over seeds of the correlation; ``predictions`` has shape (seeds, days), ``targets``
    (days, 1). A forecast that knows the next day's change has a high one without delay; one that
    repeats the last price has it one day late.
    """
    happened = np.diff(targets[:, 0])
    happened = happened[: len(happened) - days_late]
    return float(
        np.mean([np.corrcoef(np.diff(row)[days_late:], happened)[0, 1] for row in predictions])
    )


def epoch_seconds(
    builds: Mapping[str, Callable[[], keras.Model]], prices: Prices, rounds: int = 6
) -> dict[str, float]:
    """The shortest epoch of each model under Keras's own ``fit``, which take turns."""
    models = {name: build() for name, build in builds.items()}
    seconds: dict[str, list[float]] = {name: [] for name in models}
    for _ in range(rounds):
        for name, model in models.items():
            start = time.perf_counter()
            model.fit(
                prices.train_features,
                prices.train_targets,
                batch_size=1,
                verbose=0,
                validation_split=HELD_OUT,
            )
            seconds[name].append(time.perf_counter() - start)
    return {name: min(taken) for name, taken in seconds.items()}
