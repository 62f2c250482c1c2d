"""What an interactive session shows."""

import builtins
import contextlib
import io
import warnings
from collections.abc import Callable


def written_by(action: Callable[[], object]) -> str:
    """What ``action`` writes to the screen; what it returns is dropped."""
    with contextlib.redirect_stdout(io.StringIO()) as screen:
        action()
    return screen.getvalue()


def user_warnings(action: Callable[[], object]) -> list[str]:
    """Classes of the warnings to users that ``action`` gives."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        action()
    return [each.category.__name__ for each in caught if issubclass(each.category, UserWarning)]


def displayed(statement: str, names: dict[str, object]) -> str:
    """What a session shows after ``statement``, run with these names, as a notebook's cell is.

    The ``_`` that it leaves behind in every module is taken away again.
    """
    try:
        return written_by(lambda: exec(compile(statement, "<cell>", "single"), names))
    finally:
        vars(builtins).pop("_", None)
