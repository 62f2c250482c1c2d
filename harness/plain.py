"""Plain data: what an observation may be, and how it travels.

Whatever a unit returns is brought to bool, int, float, str, None, lists, dicts with string keys
and NumPy arrays; as JSON, an array is its dtype, shape and bytes. No pickles, no objects.
"""

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from harness.errors import ObservationError

MAX_BYTES = 4_000_000


def plain(value: object) -> Any:
    """``value`` as plain data; tensors and variables become arrays, keeping dtype and shape."""
    if isinstance(value, np.generic):  # a float64 is a float too
        return _array(value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "numpy"):
        return _array(value.numpy())
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "as_list"):
        return plain(value.as_list())
    raise ObservationError(
        f"a {type(value).__name__} is not plain data",
        hint="Return numbers, strings, lists, dicts or arrays",
    )


def _array(value: Any) -> Any:
    array = np.asarray(value)
    if array.dtype.kind in "OSU":
        return plain(array.tolist())
    if array.nbytes > MAX_BYTES:
        raise ObservationError(
            f"an array of shape {array.shape} holds {array.nbytes:,} bytes",
            hint=f"Observations are at most {MAX_BYTES:,} bytes; return its shape or a summary",
        )
    return array


def to_json(value: Any) -> Any:
    """Plain data with every array as ``{"dtype", "shape", "base64"}``."""
    if isinstance(value, np.ndarray):
        data = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
        return {"dtype": value.dtype.str, "shape": list(value.shape), "base64": data}
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_json(item) for item in value]
    return value


def from_json(value: Any) -> Any:
    """The inverse of :func:`to_json`."""
    if isinstance(value, dict):
        if value.keys() == {"dtype", "shape", "base64"}:
            flat = np.frombuffer(base64.b64decode(value["base64"]), dtype=value["dtype"])
            return flat.reshape(value["shape"])
        return {key: from_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [from_json(item) for item in value]
    return value


def as_text(value: Any, limit: int = 300) -> str:
    """``value`` for people: arrays with every digit their type holds, cut at ``limit``."""
    if isinstance(value, np.ndarray):
        text = (
            str(value[()])
            if value.ndim == 0
            else np.array2string(value, separator=", ", threshold=60, floatmode="unique")
        )
    elif isinstance(value, dict) and value.keys() == {"raised", "message"}:
        text = f"raised {value['raised']}: {value['message']}" if value["raised"] else "it ran"
    else:
        text = repr(value) if isinstance(value, str) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit]} ..."
