"""Which expression of a cell each stretch of its printed text speaks of.

Nothing is run: the cell's ``print`` calls are laid over the text, literal by literal. What cannot
be laid so is read line by line.
"""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from harness.drafting.readings import Unreadable, read
from harness.drafting.tables import series, text_table

MAX_STEPS = 20_000
_NO_DECIMALS = re.compile(r"\.0(?!\d)")
_PERCENT = re.compile(r"%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([diouxXeEfFgGsra%])")


@dataclass(frozen=True)
class Gap:
    """A value in the text: its expression where that can be looked up again, else empty."""

    expression: str = ""


@dataclass(frozen=True)
class Anything:
    """What a statement may print that cannot be foreseen: whole lines, or nothing."""


Piece = str | Gap | Anything


@dataclass(frozen=True)
class Stretch:
    """A part of the text from its first to its last line, counted from 0."""

    text: str
    first: int
    last: int
    expression: str = ""


def lookup(node: ast.expr) -> str:
    """The expression where looking it up again gives the same value: no call, no computing."""
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute | ast.Subscript):
        if isinstance(inner, ast.Subscript):
            try:
                ast.literal_eval(inner.slice)
            except ValueError:
                return ""
        inner = inner.value
    return ast.unparse(node) if isinstance(inner, ast.Name) else ""


def bound_again(root: str, statements: list[ast.stmt]) -> bool:
    """Whether one of the statements binds the name ``root`` or may change the object it holds."""
    return any(
        _root(changed) == root
        for statement in statements
        for node in ast.walk(statement)
        for changed in _changed_by(node)
    )


def _changed_by(node: ast.AST) -> Iterator[ast.expr]:
    """What is assigned, or has one of its methods called for what that does to it."""
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        if not isinstance(node.ctx, ast.Load):
            yield node
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield node.value.func


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def stretches(tree: ast.Module, text: str) -> list[Stretch]:
    """The text in order: bound values, and the lines that hold none of them."""
    gaps = _laid(list(_pieces(tree)), text) or []
    whole = [gap for gap in gaps if gap.expression or gap.last > gap.first]
    taken = {line for gap in whole for line in range(gap.first, gap.last + 1)}
    # A line beside whose bound values others stand, which have no name, is read as well.
    partly = {gap.first for gap in gaps if gap not in whole}
    rest = [
        Stretch(line, number, number)
        for number, line in enumerate(text.splitlines())
        if line.strip() and (number not in taken or number in partly)
    ]
    return sorted([*whole, *rest], key=lambda stretch: stretch.first)


def _pieces(tree: ast.Module) -> Iterator[Piece]:
    for index, statement in enumerate(tree.body):
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "print":
            later = tree.body[index + 1 :]
            for piece in _of_print(call):
                name = re.match(r"\w*", piece.expression) if isinstance(piece, Gap) else None
                yield Gap() if name and bound_again(name.group(), later) else piece
        elif isinstance(
            statement, ast.Expr | ast.For | ast.While | ast.If | ast.With | ast.Try | ast.Match
        ):
            yield Anything()


def _of_print(call: ast.Call) -> Iterator[Piece]:
    options = {keyword.arg: keyword.value for keyword in call.keywords}
    if options.keys() - {"sep", "end", "flush"} or any(
        isinstance(argument, ast.Starred) for argument in call.args
    ):
        yield Anything()
        return
    separator, end = (
        value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else default
        for value, default in ((options.get("sep"), " "), (options.get("end"), "\n"))
    )
    for number, argument in enumerate(call.args):
        if number:
            yield separator
        yield from _of_argument(argument)
    yield end


def _of_argument(node: ast.expr) -> Iterator[Piece]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                spec = ast.unparse(part.format_spec) if part.format_spec else ""
                yield _gap(part.value, spec.strip("f'\""))
            else:
                yield from _of_argument(part)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _text(node.left):
        values = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
        yield from _of_percent(_text(node.left), values)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "format"
        and _text(node.func.value)
    ):
        yield from _of_format(_text(node.func.value), node)
    else:
        yield Gap(lookup(node))


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _of_percent(template: str, values: list[ast.expr]) -> Iterator[Piece]:
    position, waiting = 0, iter(values)
    for match in _PERCENT.finditer(template):
        yield template[position : match.start()]
        position = match.end()
        if match[2] == "%":
            yield "%"
        else:
            yield _gap(None if match[1] else next(waiting, None), match[0])
    yield template[position:]


def _of_format(template: str, call: ast.Call) -> Iterator[Piece]:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    automatic = iter(call.args)
    try:
        fields = list(string.Formatter().parse(template))
    except ValueError:
        yield Anything()
        return
    for literal, name, spec, _ in fields:
        yield literal
        if name is None:
            continue
        if name == "":
            value = next(automatic, None)
        elif name.isdecimal() and int(name) < len(call.args):
            value = call.args[int(name)]
        else:
            value = named.get(name)
        yield _gap(value, spec or "")


def _gap(value: ast.expr | None, spec: str) -> Gap:
    """The value's place; without its expression where the print may hide digits of it.

    A number that is printed without its decimals looks like an integer, which it need not be.
    """
    return Gap("" if value is None or _NO_DECIMALS.search(spec) else lookup(value))


def _laid(pieces: list[Piece], text: str) -> list[Stretch] | None:
    """Every gap with its text where the pieces cover all of ``text``; None where they cannot."""
    steps = 0
    pieces = list(_told_apart(pieces))

    def lay(index: int, position: int) -> list[Stretch] | None:
        nonlocal steps
        steps += 1
        if steps > MAX_STEPS:
            return None
        if index == len(pieces):
            return [] if position == len(text) else None
        piece = pieces[index]
        if isinstance(piece, str):
            if not text.startswith(piece, position):
                return None
            return lay(index + 1, position + len(piece))
        if isinstance(piece, Anything):
            ends = [position, *(m.end() for m in re.compile("\n").finditer(text, position))]
            ends += [len(text)] if len(text) not in ends else []
            return next((found for end in ends if (found := lay(index + 1, end)) is not None), None)
        for end in _ends(text, position, pieces[index + 1 : index + 2]):
            rest = lay(index + 1, end) if _may_be_value(text[position:end]) else None
            if rest is not None:
                first = text.count("\n", 0, position)
                shown = text[position:end]
                return [Stretch(shown, first, first + shown.count("\n"), piece.expression), *rest]
        return None

    try:
        return lay(0, 0)
    except RecursionError:
        return None


def _told_apart(pieces: list[Piece]) -> Iterator[Piece]:
    """Values that follow each other without a text between them as one of no known expression."""
    last: Piece = ""
    for piece in (piece for piece in pieces if piece != ""):
        if isinstance(piece, Gap) and isinstance(last, Gap):
            last = Gap()
            continue
        if last != "":
            yield last
        last = piece
    if last != "":
        yield last


def _ends(text: str, position: int, following: list[Piece]) -> Iterator[int]:
    """Where a value that begins at ``position`` may end, the nearest first."""
    if following and isinstance(following[0], str):
        start = text.find(following[0], position + 1)
        while start >= 0:
            yield start
            start = text.find(following[0], start + 1)
    else:
        yield from (match.start() for match in re.compile(r"\n|$").finditer(text, position + 1))


def _may_be_value(text: str) -> bool:
    """One line with all its brackets closed, or several lines that can be read as one value."""
    if text.count("[") != text.count("]") or text.count("(") != text.count(")"):
        return False
    if "\n" not in text:
        return True
    for reader in (read, series, text_table):
        try:
            reader(text)
        except Unreadable:
            continue
        return True
    return False
