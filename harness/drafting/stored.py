"""A notebook as it was saved: its cells as plain Python, and what they had shown."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from harness.drafting.readings import as_seen
from harness.errors import UsageError
from harness.grading.notebooks import NotebookError, notebook_cells, parsed
from harness.printable import printable

# What %time and %timeit print of themselves; a reference runs without them.
_TIMING = re.compile(
    r"^(CPU times: .*|Wall time: .*|[\d.]+ \S+ ± .* per loop .*)(\n|$)", re.MULTILINE
)
OTHER_PROGRAM = ("cannot run here; write it in Python", "no other program runs here")


@dataclass(frozen=True)
class Shown:
    """One value that a cell displayed: its text, its HTML if it has any, and whether a picture."""

    text: str
    html: str = ""
    picture: bool = False
    result: bool = False  # of the cell's last expression, not of display()


@dataclass(frozen=True)
class StoredCell:
    """A code cell, counted from 1, and its outputs in order."""

    number: int
    code: str
    printed: str
    shown: tuple[Shown, ...]
    raised: str = ""

    @property
    def other_program(self) -> bool:
        """Whether it runs another program or language, which no reference does."""
        return any(words in self.code for words in OTHER_PROGRAM)


@dataclass(frozen=True)
class StoredNotebook:
    """A notebook: its file, its first heading, its cells, and its text without outputs."""

    path: Path
    title: str
    cells: tuple[StoredCell, ...]
    source: str

    @property
    def modules(self) -> set[str]:
        """Packages that its cells import."""
        trees = [tree for cell in self.cells if (tree := parsed(cell.code)) is not None]
        nodes = [node for tree in trees for node in ast.walk(tree)]
        plain = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
        named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
        return {name.partition(".")[0] for name in plain | named}


def read_notebook(path: Path) -> StoredNotebook:
    """:class:`UsageError` where the file is no notebook."""
    try:
        text = path.read_text("utf-8")
        cells = notebook_cells(text, path.name)
        notebook = nbformat.reads(text, as_version=4)
    except OSError as error:
        raise UsageError(f"it cannot be read: {error.strerror}", where=str(path)) from None
    except UnicodeDecodeError:
        raise UsageError("it is not a notebook (no text)", where=str(path)) from None
    except NotebookError as error:
        raise UsageError(str(error), where=str(path)) from None
    outputs = [cell.get("outputs", []) for cell in notebook.cells if cell.cell_type == "code"]
    stored = tuple(
        _cell(number, cell.source, shown)
        for number, (cell, shown) in enumerate(zip(cells, outputs, strict=True), 1)
    )
    title = _title(notebook) or path.stem.replace("_", " ").replace("-", " ")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return StoredNotebook(path, title, stored, nbformat.writes(notebook) + "\n")


def _cell(number: int, code: str, outputs: list[Any]) -> StoredCell:
    printed = "".join(
        _joined(output.get("text", ""))
        for output in outputs
        if output["output_type"] == "stream" and output.get("name") == "stdout"
    )
    shown = tuple(
        _shown(output)
        for output in outputs
        if output["output_type"] in ("execute_result", "display_data")
    )
    errors = [output["ename"] for output in outputs if output["output_type"] == "error"]
    return StoredCell(number, code, _TIMING.sub("", as_seen(printed)), shown, *errors[:1])


def _shown(output: Any) -> Shown:
    data = output.get("data", {})
    return Shown(
        printable(_joined(data.get("text/plain", ""))),
        printable(_joined(data.get("text/html", ""))),
        any(kind.startswith("image/") for kind in data),
        output["output_type"] == "execute_result",
    )


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _title(notebook: Any) -> str:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("#") and line.strip("# "):
                    return " ".join(printable(line.strip("# ")).split())
    return ""
