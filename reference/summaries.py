"""A Keras model's summary as data."""

from typing import TypedDict

import keras
import numpy as np


class LayerRow(TypedDict):
    """One row of ``model.summary()``: shape as printed, batch first, e.g. ``(None, 50)``."""

    name: str
    type: str
    output: str
    params: int


def layer_table(model: keras.Model) -> list[LayerRow]:
    """Rows of ``model.summary()`` for a built model, in order."""
    return [
        {
            "name": layer.name,
            "type": type(layer).__name__,
            "output": str(layer.output.shape),
            "params": int(layer.count_params()),
        }
        for layer in model.layers
    ]


def parameter_counts(model: keras.Model) -> dict[str, int]:
    """Scalars of ``model`` as ``model.summary()`` totals them."""
    trainable, frozen = (
        sum(int(np.prod(weight.shape)) for weight in weights)
        for weights in (model.trainable_weights, model.non_trainable_weights)
    )
    return {
        "total_params": trainable + frozen,
        "trainable_params": trainable,
        "non_trainable_params": frozen,
    }
