"""What an interactive session shows."""

import builtins
import contextlib
import io
from collections.abc import Callable


def written_by(action: Callable[[], object]) -> str:
    """What ``action`` writes to the screen; what it returns is dropped."""
    with contextlib.redirect_stdout(io.StringIO()) as screen:
        action()
    return screen.getvalue()


def displayed(statement: str, names: dict[str, object]) -> str:
    """What a session shows after ``statement``, run with these names, as a notebook's cell is.

    The ``_`` that it leaves behind in every module is taken away again.
    """
    try:
        return written_by(lambda: exec(compile(statement, "<cell>", "single"), names))
    finally:
        vars(builtins).pop("_", None)
