"""What a call of ``dlw`` in a test gives back."""

from collections.abc import Callable
from typing import NamedTuple


class Result(NamedTuple):
    code: int
    out: str
    err: str


Dlw = Callable[..., Result]
