"""Made rows in the shapes of the book's data, from which a network can learn.

Real data would make a benchmark depend on a download; random labels would make every loss the same.
Each class has a centre of its own, or words of its own, and its rows scatter around it.
"""

from typing import Literal

import numpy as np

Kind = Literal["numbers", "grey", "pixels", "words", "prices"]
Rows = tuple[np.ndarray, np.ndarray]

OWN_WORDS = 50  # of each class; one word in OFTEN is one of them
OFTEN = 10


def made(kind: Kind, shape: tuple[int, ...], outputs: int, count: int, seed: int) -> Rows:
    """``count`` rows ``(count, *shape)`` and labels for a network with so many ``outputs``.

    Labels are ``(count, 1)`` for one output, class numbers ``(count,)`` for several. ``numbers``
    are float32, ``grey`` those from 0 to 1, ``pixels`` uint8, ``words`` int32 from 1 to 7999;
    ``prices`` are the look-back and the next day of a random walk.
    """
    generator = np.random.default_rng(seed)
    if kind == "prices":
        return _prices(shape[0], count, generator)
    labels = generator.integers(max(2, outputs), size=count)
    rows = (
        _words(shape, labels, generator) if kind == "words" else _around(shape, labels, generator)
    )
    if kind in ("grey", "pixels"):
        rows /= 4
        rows += 0.5
        np.clip(rows, 0, 1, out=rows)
    if kind == "pixels":
        rows *= 255
        rows = rows.astype(np.uint8)
    return rows, labels[:, np.newaxis] if outputs == 1 else labels


def _around(
    shape: tuple[int, ...], labels: np.ndarray, generator: np.random.Generator
) -> np.ndarray:
    centres = generator.normal(size=(int(labels.max()) + 1, *shape)).astype(np.float32)
    rows = generator.standard_normal(size=(len(labels), *shape), dtype=np.float32)
    rows += centres[labels]
    return rows


def _words(
    shape: tuple[int, ...], labels: np.ndarray, generator: np.random.Generator
) -> np.ndarray:
    size = (len(labels), *shape)
    words = generator.integers(1, 8000, size=size, dtype=np.int32)
    own = 1 + OWN_WORDS * labels[:, np.newaxis] + generator.integers(OWN_WORDS, size=size)
    return np.where(generator.integers(OFTEN, size=size) == 0, own, words).astype(np.int32)


def _prices(look_back: int, count: int, generator: np.random.Generator) -> Rows:
    """Of a walk between 0 and 1, as the chapter scales its prices."""
    walk = np.cumsum(generator.normal(size=count + look_back))
    walk = (walk - walk.min()) / np.ptp(walk)
    windows = np.lib.stride_tricks.sliding_window_view(walk, look_back)[:-1, ::-1]
    return windows.astype(np.float32), walk[look_back:, np.newaxis].astype(np.float32)
