"""Whose turn it is."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def turns(sides: Sequence[T], pair: int) -> list[T]:
    """The order of a pair: A B, then B A, and so on; of more sides, each begins in its turn.

    Whatever drifts while a run lasts then weighs on all sides alike.
    """
    first = pair % len(sides)
    rotated = [*sides[first:], *sides[:first]]
    return rotated if len(sides) > 2 or not first else list(reversed(sides))
