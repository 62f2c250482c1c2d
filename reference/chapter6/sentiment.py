"""The five models of Exercises 6.01 to 6.05, which differ in their recurrent layers alone."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import keras
from keras.layers import (
    GRU,
    LSTM,
    Bidirectional,
    Dense,
    Dropout,
    Embedding,
    SimpleRNN,
    SpatialDropout1D,
)

from reference.attempts import attempt
from reference.cores import PLAIN, Core, Options
from reference.sessions import written_by
from reference.summaries import layer_table, parameter_counts

VOCAB_SIZE, MAXLEN, UNITS, BATCH_SIZE = 8000, 200, 32, 128


class Variant(NamedTuple):
    """What sets one of the chapter's five models apart."""

    unit: str
    recurrent: Callable[[], list[keras.Layer]]
    epochs: int
    dropout: float = 0.4
    options: Options = Options(jit_compile=True)


# By the book's names, in the order of its exercises.
VARIANTS = {
    "model_rnn": Variant("6.01", lambda: [SimpleRNN(UNITS)], 10),
    "model_lstm": Variant("6.02", lambda: [LSTM(UNITS)], 5),
    "model_gru": Variant("6.03", lambda: [GRU(UNITS, reset_after=False)], 4),
    "model_bilstm": Variant("6.04", lambda: [Bidirectional(LSTM(UNITS))], 4),
    "model_stack": Variant(
        "6.05",
        lambda: [LSTM(UNITS, return_sequences=True), LSTM(UNITS, return_sequences=False)],
        epochs=4,
        dropout=0.5,
        options=PLAIN,  # XLA was measured to be no faster here
    ),
}


def build(name: str, steps: int | None = None) -> keras.Model:
    """The compiled model of this name, for sequences of ``steps`` numbers (None: of any length)."""
    return _compiled(name, [keras.Input((steps,))])


CORES = {
    name: Core(variant.unit, partial(build, name, MAXLEN), variant.epochs, BATCH_SIZE)
    for name, variant in VARIANTS.items()
}


def notebook() -> dict[str, keras.Model]:
    """All five, built one after the other as in the chapter's one notebook."""
    return {name: build(name) for name in VARIANTS}


def _compiled(name: str, first: list[keras.Layer]) -> keras.Model:
    variant = VARIANTS[name]
    model = keras.Sequential(
        [
            *first,
            Embedding(VOCAB_SIZE, output_dim=UNITS),
            SpatialDropout1D(0.4),
            *variant.recurrent(),
            Dropout(variant.dropout),
            Dense(1, activation="sigmoid"),
        ]
    )
    model.compile("rmsprop", keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model


def architecture(name: str) -> dict[str, Any]:
    """What an exercise shows of its model before training."""
    return described(notebook()[name], _compiled(name, []))


def described(model: keras.Model, as_listed: keras.Model) -> dict[str, Any]:
    """Layers and parameters of a built model, and what is shown of it as the listing makes it.

    The listings name no input shape: Keras 3 builds such a model when it first sees data.
    """
    return {
        "layers": layer_table(model),
        "model_name": model.name,
        "layer_names": [layer.name for layer in model.layers],
        **parameter_counts(model),
        "total_in_summary": total_in_summary(as_listed),
        "dropout_rates": [layer.rate for layer in model.layers if hasattr(layer, "rate")],
        "output_activation": model.layers[-1].activation.__name__,
        "predict_classes": attempt(lambda: model.predict_classes),
    }


def imported_and_used(listing: str, layers: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Which types of a table of layers the last import of ``listing`` lacks, and which it adds."""
    imported = set(re.findall(r"\w+", listing.rpartition("import ")[2]))
    used = {row["type"] for row in layers}
    return {"missing": sorted(used - imported), "unused": sorted(imported - used)}


def total_in_summary(model: keras.Model) -> int:
    """The total of parameters that ``summary()`` shows."""
    [total] = re.findall(r"Total params: ([\d,]+)", written_by(model.summary))
    return int(total.replace(",", ""))
