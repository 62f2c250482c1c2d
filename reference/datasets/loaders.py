"""Data sets as the book's listings hold them in memory."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from reference.datasets.location import locate
from reference.datasets.registry import registry


def load(name: str) -> Any:
    """The data set ``name``: a DataFrame, arrays, a dict or a path, by its kind.

    ``data-csv``, ``iris``, ``sonar``: DataFrame with the columns of the book's own file.
    ``mnist``: ``((train_features, train_labels), (test_features, test_labels))``, uint8 images of
    shape (n, 28, 28), read-only. ``imagenet-classes``: dict from index to ``[wnid, label]``.
    ``pizza-image``, ``resnet50-weights``: path. Raises what
    :func:`reference.datasets.location.locate` raises.
    """
    path = locate(name)
    kind = registry()[name].kind
    if kind == "rows":
        import pandas as pd

        return pd.read_csv(path)
    if kind == "arrays":
        held = _arrays(path, path.stat().st_mtime_ns)
        return tuple((held[f"x_{part}"], held[f"y_{part}"]) for part in ("train", "test"))
    if kind == "json":
        return json.loads(path.read_text("utf-8"))
    return path


@cache
def _arrays(path: Path, modified: int) -> dict[str, Any]:
    """Arrays of an ``.npz``, decoded once a process and read-only, since callers share them."""
    import numpy as np

    with np.load(path, allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}
    for array in arrays.values():
        array.setflags(write=False)
    return arrays
