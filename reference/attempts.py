"""Whether a call works, as data: for claims that a listing runs, or that it cannot."""

from collections.abc import Callable
from typing import TypedDict


class Attempt(TypedDict):
    """Outcome of a call: the exception's class (None if it ran), the first line of its message."""

    raised: str | None
    message: str


def attempt(action: Callable[[], object]) -> Attempt:
    """Call ``action`` and report whether it ran; what it returns is dropped.

    Every ``Exception`` counts as an outcome: the claim, not this function, says which one is
    right.
    """
    try:
        action()
    except Exception as error:
        lines = str(error).strip().splitlines() or [""]
        return {"raised": type(error).__name__, "message": lines[0]}
    return {"raised": None, "message": ""}
