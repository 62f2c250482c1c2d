"""Draft claims of one notebook, each bound to a name or to an output of its cell."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from harness.checks import parse_check
from harness.drafting.bindings import bound_again, lookup, stretches
from harness.drafting.readings import Reading, Unreadable, read, read_line
from harness.drafting.stored import StoredCell, StoredNotebook
from harness.drafting.tables import Table, column, html_table, series, text_table
from harness.grading.notebooks import parsed
from harness.printable import one_line

MAX_LINES = 20  # of a cell's printed text; a training log would drown what a person reviews
SAYS = 120
# What playback adds to the notebook's own names: _, _shown[0], _line(2).
_OUTPUT = re.compile(r"_(?:shown\[(?P<number>\d+)\]|line\((?P<line>\d+)|\b(?!\w))")


@dataclass(frozen=True)
class Draft:
    """A claim to be: its observation, how that is looked up after a cell, and its check."""

    name: str
    cell: int
    expression: str
    check: dict[str, Any]
    says: str
    graded: bool


@dataclass
class Drafts:
    """What one notebook gives: drafts, and what was left out and why."""

    drafts: list[Draft] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Found:
    """One part of an output: where it is looked up, its reading, and the words for it."""

    expression: str
    reading: Reading
    subject: str
    shown: str


def draft(notebook: StoredNotebook) -> Drafts:
    """A draft for each number, array, table or list that the notebook's stored outputs show."""
    made, names, seen = Drafts(), set[str](), dict[str, dict[str, Any]]()
    for cell in notebook.cells:
        for found in _of_cell(cell, made.left_out):
            check = found.reading.check
            named = _OUTPUT.match(found.expression) is None
            if named and seen.get(found.expression) == check:
                continue  # the same again
            seen[found.expression] = check
            name = found.expression if named else _output_name(cell.number, found.expression)
            graded = named and name not in names and "iloc" not in name
            if name in names:
                name = _again(name, cell.number, names)
            try:
                parse_check(check)
            except ValueError as error:
                made.left_out[str(error)] += 1
                continue
            names.add(name)
            says = one_line(f"{found.subject} {found.shown}")
            says = says if len(says) <= SAYS else f"{says[:SAYS]} ..."
            made.drafts.append(
                Draft(name, cell.number, found.expression, check, says, graded=graded)
            )
        if cell.raised and not cell.other_program:
            made.drafts.append(_of_error(cell))
    return made


def _again(name: str, cell: int, names: set[str]) -> str:
    """A name for what a later print of the same name shows."""
    found, number = f"{name} after cell {cell}", 2
    while found in names:
        found, number = f"{name} after cell {cell}, {number}", number + 1
    return found


def _of_error(cell: StoredCell) -> Draft:
    name = f"cell {cell.number} raises"
    says = f"cell {cell.number} raises {cell.raised}"
    return Draft(name, cell.number, "_raised", {"raises": cell.raised}, says, graded=False)


def _of_cell(cell: StoredCell, left_out: Counter[str]) -> Iterator[_Found]:
    tree = parsed(cell.code)
    if cell.other_program or tree is None:
        if cell.printed or cell.shown:
            left_out["the cell runs another program"] += 1
        return
    yield from _printed(cell, tree, left_out)
    displays = _display_calls(tree)
    values = [shown for shown in cell.shown if not shown.picture]
    left_out["a picture"] += len(cell.shown) - len(values)
    calls = [shown for shown in values if not shown.result]
    for index, shown in enumerate(values):
        expression = f"_shown[{index}]"
        if shown.result:
            expression = _last_expression(tree) or "_"
        elif len(displays) == len(calls):
            expression = displays[calls.index(shown)] or expression
        yield from _values(shown.text, shown.html, expression, cell.number, left_out)


def _last_expression(tree: ast.Module) -> str:
    last = tree.body[-1] if tree.body else None
    return lookup(last.value) if isinstance(last, ast.Expr) else ""


def _display_calls(tree: ast.Module) -> list[str]:
    """What each ``display(x)`` of the cell's own statements shows; empty where it is computed."""
    found = []
    for index, statement in enumerate(tree.body):
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "display":
            expression = lookup(call.args[0]) if len(call.args) == 1 else ""
            root = re.match(r"\w*", expression)
            again = root is not None and bound_again(root.group(), tree.body[index + 1 :])
            found.append("" if again else expression)
    return found


def _printed(cell: StoredCell, tree: ast.Module, left_out: Counter[str]) -> Iterator[_Found]:
    lines = 0
    for stretch in stretches(tree, cell.printed):
        if stretch.expression:
            found = list(_values(stretch.text, "", stretch.expression, cell.number, Counter()))
            if found:
                yield from found
                continue
        lines += 1
        if lines > MAX_LINES:
            left_out[f"a cell that prints more than {MAX_LINES} lines"] += 1
            continue
        text = "\n".join(cell.printed.splitlines()[stretch.first : stretch.last + 1])
        several = stretch.last > stretch.first
        place = f"{stretch.first}, {stretch.last}" if several else f"{stretch.first}"
        try:
            reading = read_line(text)
        except Unreadable as problem:
            left_out[str(problem)] += 1
            continue
        subject = f"line {stretch.first + 1} that cell {cell.number} prints is"
        yield _Found(f"_line({place})", reading, subject, text)


def _values(
    text: str, html: str, expression: str, cell: int, left_out: Counter[str]
) -> Iterator[_Found]:
    """The value as a whole, or column by column."""
    subject = f"cell {cell} shows" if _OUTPUT.match(expression) else f"{expression} is"
    try:
        if "<table" in html:
            yield from _of_table(html_table(html), expression, subject, left_out)
            return
        table = _text_table(text)
        if table is not None:
            yield from _of_table(table, expression, subject, left_out)
            return
        yield _Found(expression, read(text), subject, text)
    except Unreadable as problem:
        left_out[str(problem)] += 1


def _text_table(text: str) -> Table | None:
    for reader in (series, text_table):
        try:
            return reader(text)
        except Unreadable:
            continue
    return None


def _of_table(
    table: Table, expression: str, subject: str, left_out: Counter[str]
) -> Iterator[_Found]:
    """One claim where all columns are of one kind, else one a column; labels that are names too."""
    rows = f".iloc[:{len(table.labels)}]" if not table.whole else ""
    readings: dict[str, Reading] = {}
    for name, cells in table.columns.items():
        try:
            readings[name] = column(cells)
        except Unreadable as problem:
            left_out[f"{problem} (column {name})"] += 1
    complete = len(readings) == len(table.columns) and not table.narrowed
    kinds = {_kind(reading) for reading in readings.values()}
    if list(readings) == [""]:  # a series
        yield _Found(expression + rows, readings[""], subject, ", ".join(table.columns[""]))
    elif complete and len(kinds) == 1:
        leaves = [list(row) for row in zip(*(r.leaves for r in readings.values()), strict=True)]
        shown = "; ".join(map(" ".join, zip(*table.columns.values(), strict=True)))
        yield _Found(expression + rows, Reading(leaves), subject, shown)
    else:
        for name, reading in readings.items():
            key = int(name) if name.isdecimal() else name
            place = f"{expression}[{key!r}]{rows}"
            words = f"the column {name} of {_owner(subject)} is"
            yield _Found(place, reading, words, ", ".join(table.columns[name]))
    if table.whole and not table.numbered:
        words = f"the labels of {_owner(subject)} are"
        yield _Found(f"{expression}.index", column(table.labels), words, ", ".join(table.labels))


def _owner(subject: str) -> str:
    """``df`` of ``df is``, ``the table of cell 5`` of ``cell 5 shows``."""
    owner, _, verb = subject.rpartition(" ")
    return owner if verb == "is" else f"the table of {owner}"


def _kind(reading: Reading) -> str:
    [name] = reading.check
    first = reading.value[0]
    return f"{name} {type(first).__name__}"


def _output_name(cell: int, expression: str) -> str:
    """The observation's name for an output without one: ``cell 4``, ``cell 4, line 2``."""
    output = _OUTPUT.match(expression)
    assert output is not None
    if output["line"]:
        return f"cell {cell}, line {int(output['line']) + 1}"
    number = f", output {int(output['number']) + 1}" if output["number"] else ""
    return f"cell {cell}{number}{expression[output.end() :]}"
