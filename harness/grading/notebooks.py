"""Scripts and notebooks as cells of plain Python; IPython's own lines are resolved here.

A magic that changes nothing a claim sees is left out with a note; one that runs another program
or language becomes an error at its place. Stored outputs of a notebook are never looked at.
"""

import ast
import json
import re
from dataclasses import dataclass

import nbformat

from harness import syntax

IGNORED = {
    "matplotlib",
    "time",
    "timeit",
    "capture",
    "config",
    "load_ext",
    "reload_ext",
    "autoreload",
    "tensorflow_version",
    "pip",
    "conda",
    "pylab",
    "precision",
    "who",
    "whos",
    "pwd",
}
MAX_CELLS = 2_000
MAX_CODE = 500_000  # characters; a parser makes hundreds of bytes of each
KEPT_STATEMENT = {"time", "timeit"}  # `%time x = f()`: the statement itself counts
LINE = re.compile(r"^(?P<indent>\s*)(?P<mark>%%?|!{1,2}|\?)(?P<rest>.*)$")
SHELL = re.compile(r"^\s*(pip3?|python3? -m pip|conda|wget|curl|apt(-get)?|mkdir|ls|unzip)\b")


class NotebookError(Exception):
    """The file is no notebook that can be read."""


@dataclass(frozen=True)
class Cell:
    """Plain Python with the line numbers of its cell, what stood above it, and notes."""

    label: str
    source: str
    headings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def script_cells(text: str, name: str) -> tuple[Cell, ...]:
    """A script is one cell."""
    return _bounded((Cell(name, text),))


def _bounded(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    if sum(len(cell.source) for cell in cells) > MAX_CODE:
        raise NotebookError(f"it holds more than {MAX_CODE:,} characters of code")
    return cells


def notebook_cells(text: str, name: str) -> tuple[Cell, ...]:
    """Code cells of a notebook in order, with the Markdown headings between them."""
    try:
        notebook = nbformat.reads(_without_outputs(text), as_version=4)
        cells = list(notebook.cells)
    except NotebookError:
        raise
    except (nbformat.reader.NotJSONError, json.JSONDecodeError):
        raise NotebookError("it is not a notebook (no JSON)") from None
    except Exception as error:  # nbformat raises what its upgraders happen to meet
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise NotebookError(f"it is not a notebook that can be read ({problem[:100]})") from None
    found: list[Cell] = []
    headings: list[str] = []
    for cell in cells:
        source = cell.get("source", "")
        if cell.get("cell_type") == "markdown":
            headings += [line for line in source.splitlines() if line.strip()][:3]
        elif cell.get("cell_type") == "code":
            label = f"{name}, cell {len(found) + 1}"
            code, notes = without_magics(source)
            found.append(Cell(label, code, tuple(headings), tuple(notes)))
            headings = []
    return _bounded(tuple(found))


def _without_outputs(text: str) -> str:
    """The notebook's text without what its cells gave, which may be large and false."""
    notebook = json.loads(text)
    sheets = notebook.get("worksheets") or [notebook]  # notebooks of version 3 have sheets
    cells = [cell for sheet in sheets for cell in sheet["cells"]]
    if len(cells) > MAX_CELLS:
        raise NotebookError(f"it holds {len(cells):,} cells; {MAX_CELLS:,} at most")
    for cell in cells:
        if "outputs" in cell:
            cell["outputs"] = []
    return json.dumps(notebook)


def without_magics(source: str) -> tuple[str, list[str]]:
    """The cell as Python, line for line, and a note on each line that was IPython's."""
    lines = source.split("\n")
    notes: list[str] = []
    if parsed(source) is not None:
        return source, notes
    continued = _continued(lines)
    for index, line in enumerate(lines):
        match = None if index in continued else LINE.match(line)
        if match is None:
            if line.rstrip().endswith("?") and not line.lstrip().startswith("#"):
                lines[index] = _left_out(line, notes)
            continue
        word = (match["rest"].split() or [""])[0]
        if match["mark"] == "%%" and word not in IGNORED:
            text = f"a cell of %%{word} cannot run here; write it in Python"
            return "\n" * index + f"raise RuntimeError({text!r})", notes
        if match["mark"] == "%%":
            lines[index] = ""
            notes.append(f"%%{word} was left out")
        else:
            lines[index] = _line_magic(match, line, notes)
    return "\n".join(lines), notes


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a stranger's source; ``None`` where it has none or too deep a one."""
    try:
        return syntax.tree(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _continued(lines: list[str]) -> set[int]:
    """Lines that go on with a text, a bracket or a backslash, where a % is no magic."""
    inside: set[int] = set()
    quote, depth = "", 0
    for index, line in enumerate(lines):
        if quote or depth > 0 or (index and lines[index - 1].endswith("\\")):
            inside.add(index)
        for mark in re.findall(r'"""|\'\'\'', line):
            quote = "" if quote == mark else quote or mark
        if not quote:
            depth += sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))
    return inside


def _line_magic(match: re.Match[str], line: str, notes: list[str]) -> str:
    rest = match["rest"].strip()
    word = rest.split()[0] if rest.split() else ""
    if match["mark"] == "%" and word in KEPT_STATEMENT and rest != word:
        notes.append(f"%{word} was left out, its statement kept")
        return match["indent"] + rest[len(word) :].strip()
    if (match["mark"] == "%" and word in IGNORED) or (
        match["mark"].startswith("!") and SHELL.match(rest)
    ):
        return _left_out(line, notes)
    if match["mark"] == "?":
        return _left_out(line, notes)
    text = f"{line.strip()[:60]}: no other program runs here; write it in Python"
    return f"{match['indent']}raise RuntimeError({text!r})"


def _left_out(line: str, notes: list[str]) -> str:
    notes.append(f"{line.strip()[:60]} was left out")
    return line[: len(line) - len(line.lstrip())] + "pass"
