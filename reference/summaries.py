"""What Keras writes about a model, as data."""

import contextlib
import io
import re
from typing import NamedTuple, TypedDict

import keras
import numpy as np


class LayerRow(TypedDict):
    """One row of ``model.summary()``: shape as printed, batch first, e.g. ``(None, 50)``."""

    name: str
    type: str
    output: str
    params: int


class Evaluation(NamedTuple):
    """Result of ``model.evaluate``, and what its progress bar counts to, e.g. ``7/7``."""

    loss: float
    accuracy: float
    progress: str


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


def activations(model: keras.Model) -> list[str]:
    """Names of the activation functions of the layers that have one, in order."""
    return [layer.activation.__name__ for layer in model.layers if hasattr(layer, "activation")]


def compilation(model: keras.Model) -> dict[str, str]:
    """What ``model.compile`` was given: the optimizer's class and the loss's name."""
    loss = model.loss
    return {
        "optimizer": type(model.optimizer).__name__,
        "loss": loss if isinstance(loss, str) else loss.name,
    }


def evaluate(model: keras.Model, features: np.ndarray, labels: np.ndarray) -> Evaluation:
    """``model.evaluate`` with Keras's own batches, quietly."""
    with contextlib.redirect_stdout(io.StringIO()) as screen:
        loss, accuracy = model.evaluate(features, labels)
    return Evaluation(loss, accuracy, re.findall(r"\d+/\d+", screen.getvalue())[-1])
