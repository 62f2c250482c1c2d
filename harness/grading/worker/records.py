"""What a value of a submission is, as plain data.

Numbers, texts, lists, dicts and arrays travel as they are; tensors and data frames as arrays; a
Keras model as its configuration, which a clean process rebuilds; a History as its lists. Anything
else is nothing that a claim speaks of: :class:`NotPlain`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import numpy as np

MAX_ARRAY = 4_000_000
MAX_TEXT = 1_000_000
MAX_ITEMS = 200_000
MAX_DEPTH = 12


class NotPlain(Exception):
    """The value is no plain data, or more of it than may travel."""


def record(value: Any) -> Any:
    """``value`` as plain data, arrays and marked dicts (``__model__``, ``__large__``)."""
    return _record(value, MAX_DEPTH, [MAX_ITEMS])


def _record(value: Any, depth: int, left: list[int]) -> Any:
    left[0] -= 1
    if depth < 0 or left[0] < 0:
        raise NotPlain("too deep or too long")
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (str, bytes)):
        text = value.decode() if isinstance(value, bytes) else value
        if len(text) > MAX_TEXT:
            raise NotPlain("too long a text")
        return text
    if isinstance(value, (np.ndarray, np.generic)):
        return _array(np.asarray(value), depth, left)
    if isinstance(value, dict):
        return {str(key): _record(item, depth - 1, left) for key, item in list(value.items())}
    if isinstance(value, (list, tuple, set, frozenset, range)):
        items = sorted(value, key=repr) if isinstance(value, (set, frozenset)) else list(value)
        return [_record(item, depth - 1, left) for item in items]
    return _of_library(value, depth, left)


def _of_library(value: Any, depth: int, left: list[int]) -> Any:
    keras, pandas = loaded_keras(), sys.modules.get("pandas")
    if keras is not None:
        if isinstance(value, keras.Model):
            return {"__model__": _model(value)}
        if isinstance(value, keras.callbacks.History):
            return _record(dict(value.history), depth, left)
    if pandas is not None and isinstance(value, (pandas.DataFrame, pandas.Series, pandas.Index)):
        return _array(np.asarray(value), depth, left)
    if type(value).__name__ == "TensorShape":
        return _record(value.as_list(), depth, left)
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None and isinstance(value, (tensorflow.Tensor, tensorflow.Variable)):
        return _array(np.asarray(value.numpy()), depth, left)
    if keras is not None and hasattr(keras, "Variable") and isinstance(value, keras.Variable):
        return _array(np.asarray(value), depth, left)
    if type(value).__module__.startswith("scipy.sparse"):
        return _array(np.asarray(value.todense()), depth, left)
    raise NotPlain(type(value).__name__)


def loaded_keras() -> Any:
    """Keras as it is loaded: by itself, or the one inside TensorFlow."""
    tensorflow = sys.modules.get("tensorflow")
    if "keras" in sys.modules:
        return sys.modules["keras"]
    return getattr(tensorflow, "keras", None) if tensorflow is not None else None


def _array(array: Any, depth: int, left: list[int]) -> Any:
    if array.dtype.kind in "OSU":
        return _record(array.tolist(), depth, left)
    if array.dtype.kind not in "biuf":
        if array.dtype.name != "bfloat16":
            raise NotPlain(array.dtype.name)
        array = array.astype(np.float32)
    if array.nbytes > MAX_ARRAY:
        sample = array.reshape(-1)[:: max(1, array.size // 1000)][:1000]
        return {
            "__large__": {"dtype": array.dtype.str[1:], "shape": list(array.shape)},
            "sample": np.ascontiguousarray(sample),
        }
    return np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).reshape(array.shape)


def _model(model: Any) -> dict[str, Any]:
    """Configuration and compilation of a Keras model; its trained state stays behind."""
    optimizer = getattr(model, "optimizer", None)
    loss = getattr(model, "loss", None)
    rate = getattr(optimizer, "learning_rate", None)
    try:
        config = json.loads(json.dumps(model.get_config(), default=_config_value))
    except (TypeError, ValueError, NotImplementedError) as error:
        raise NotPlain(f"a model without a configuration: {error}") from None
    built = getattr(model, "built", False) and bool(getattr(model, "inputs", None))
    shapes = [[None, *tensor.shape[1:]] for tensor in model.inputs] if built else None
    return {
        "class": type(model).__name__,
        "config": config,
        "inputs": json.loads(json.dumps(shapes, default=_config_value)),
        "trainable": _trainable(model),
        "optimizer": type(optimizer).__name__ if optimizer is not None else None,
        "learning_rate": _number(rate),
        "loss": _name(loss),
    }


def _name(loss: Any) -> str | None:
    """What the loss was given as: a word, a function or an object."""
    if loss is None or isinstance(loss, str):
        return loss
    return getattr(loss, "__name__", type(loss).__name__)


def _trainable(model: Any) -> list[Any]:
    """Which layers are trained, nested as the models are; no configuration holds it."""
    return [
        [bool(layer.trainable), _trainable(layer) if hasattr(layer, "layers") else []]
        for layer in model.layers
    ]


def _config_value(value: Any) -> Any:
    if hasattr(value, "as_list"):
        return value.as_list()
    if hasattr(value, "value"):
        return value.value
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(type(value).__name__)


def _number(value: Any) -> float | None:
    try:
        return float(np.asarray(value))
    except (TypeError, ValueError):
        return None
