"""What an interactive session shows."""

import builtins
import contextlib
import io


def displayed(statement: str, names: dict[str, object]) -> str:
    """What a session shows after ``statement``, run with these names, as a notebook's cell is.

    The ``_`` that it leaves behind in every module is taken away again.
    """
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        try:
            exec(compile(statement, "<cell>", "single"), names)
        finally:
            vars(builtins).pop("_", None)
    return shown.getvalue()
