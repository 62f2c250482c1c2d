"""A notebook's cells run again, and looked at as a draft's claims ask.

For the drafted references of a book. A cell that fails does not keep the next from running, as in
a notebook whose author went on.
"""

import ast
import builtins
import contextlib
import importlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from harness.drafting.readings import as_seen, read_line
from harness.errors import ObservationError
from harness.grading.notebooks import notebook_cells
from harness.plain import plain

Place = tuple[int, str]  # cell from 1, expression


def play(notebook: Path, observed: Mapping[str, Place]) -> dict[str, object]:
    """Run the notebook in its folder; each observation is looked up after its cell.

    In an expression ``_`` is the value that the cell displays, ``_shown`` the list of all of them,
    ``_line(n)`` what the n-th printed line from 0 shows, and ``_raised`` the exception. What a cell
    does not give is left out.
    """
    os.environ.setdefault("MPLBACKEND", "Agg")  # a figure opens no window
    cells = notebook_cells(notebook.read_text("utf-8"), notebook.name)
    wanted: dict[int, dict[str, str]] = {}
    for name, (number, expression) in observed.items():
        wanted.setdefault(number, {})[name] = expression
    namespace: dict[str, Any] = {"__name__": "__main__", "input": _no_input}
    found: dict[str, object] = {}
    with contextlib.chdir(notebook.parent):
        for number, cell in enumerate(cells, 1):
            about = _run(cell.source, number, namespace)
            for name, expression in wanted.get(number, {}).items():
                with contextlib.suppress(Exception):  # what is not there is not produced
                    found[name] = _plain(eval(expression, namespace | about | _builtins()))
    return found


def _builtins() -> dict[str, Any]:
    """Python's own names but for the ``_`` that an interactive display leaves among them."""
    return {"__builtins__": {key: value for key, value in vars(builtins).items() if key != "_"}}


def _run(source: str, number: int, namespace: dict[str, Any]) -> dict[str, Any]:
    """Run a cell; what can be asked about it beside its names."""
    shown: list[Any] = []

    def display(*values: Any, **_: Any) -> None:
        shown.extend(values)

    namespace["display"] = display
    printed, raised = io.StringIO(), {"raised": None, "message": ""}
    quiet = contextlib.redirect_stderr(io.StringIO())
    with contextlib.redirect_stdout(printed), quiet, _displaying_by(display, source):
        try:
            for code, displayed in _compiled(source, number):
                value = eval(code, namespace)
                if displayed and value is not None:
                    shown.append(value)
        except (Exception, SystemExit) as error:
            raised = {"raised": type(error).__name__, "message": str(error)}
    lines = as_seen(printed.getvalue()).splitlines()

    def line(first: int, last: int | None = None) -> Any:
        return read_line("\n".join(lines[first : (first if last is None else last) + 1])).value

    last = {"_": shown[-1]} if shown else {}
    return {**last, "_shown": shown, "_line": line, "_raised": raised}


@contextlib.contextmanager
def _displaying_by(display: Callable[..., None], source: str) -> Iterator[None]:
    """Let a cell that imports IPython's ``display`` get this one, where IPython is installed."""
    if "IPython" not in source or find_spec("IPython") is None:
        yield
        return
    module = importlib.import_module("IPython.display")
    kept = module.display
    module.display = display  # type: ignore[attr-defined]
    try:
        yield
    finally:
        module.display = kept  # type: ignore[attr-defined]


def _compiled(source: str, number: int) -> Iterable[tuple[CodeType, bool]]:
    """The cell's code, and its last expression apart, which is displayed without a semicolon."""
    tree, name = ast.parse(source), f"<cell {number}>"
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        yield compile(tree, name, "exec"), False
        yield compile(last, name, "eval"), not source.rstrip().endswith(";")
    else:
        yield compile(tree, name, "exec"), False


def _plain(value: Any) -> Any:
    """``value`` as an observation: tables as arrays, sets as sorted lists, else as text."""
    if type(value).__module__.partition(".")[0] == "pandas":
        value = np.asarray(value)
    if isinstance(value, set | frozenset):
        value = sorted(value, key=repr)
    if isinstance(value, np.ndarray) and value.dtype.kind in "OMm":
        value = _leaves(value.astype(object).tolist())
    try:
        return plain(value)
    except ObservationError:
        return str(value)


def _leaves(value: Any) -> Any:
    if isinstance(value, list):
        return [_leaves(item) for item in value]
    return value if isinstance(value, bool | int | float | str) else str(value)


def _no_input(prompt: object = "") -> str:
    raise EOFError("a reference is asked nothing")
