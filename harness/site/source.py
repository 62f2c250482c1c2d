"""The reference's source of a unit, as HTML in which only what guides the eye is marked."""

import ast
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType

from harness import syntax
from harness.book import current
from harness.units import Unit

MARKED: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "c"),
    (String, "s"),
    (Number, "m"),
    (Keyword, "k"),
    (Operator.Word, "k"),
    (Name.Function, "f"),
    (Name.Class, "f"),
    (Name.Decorator, "d"),
)


@dataclass(frozen=True)
class Source:
    """Where the source lies, its first line there, and the source itself."""

    place: str
    first_line: int
    html: Markup


def source_of(unit: Unit) -> Source:
    """The unit's module; of a module that several units share, the unit's own function."""
    text = unit.source.read_text("utf-8")
    first = 1
    if unit.source.stem == "sections":
        first, text = _function(text, unit.stages[0].function)
    place = unit.source.relative_to(current().references.parent).as_posix()
    return Source(place, first, highlight(text))


def _function(text: str, name: str) -> tuple[int, str]:
    """First line and source of a function at the top of a module, its decorators included."""
    for node in syntax.tree(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
            return first, "\n".join(text.splitlines()[first - 1 : node.end_lineno]) + "\n"
    raise LookupError(f"no function {name}")


def highlight(text: str) -> Markup:
    """Python source as HTML, escaped."""
    parts = []
    for token, content in _lexer().get_tokens(text):
        kind = next((kind for parent, kind in MARKED if token in parent), "")
        # An empty line of a text or a comment needs no mark.
        if kind and content.strip():
            parts.append(Markup('<i class="{}">{}</i>').format(kind, content))
        else:
            parts.append(escape(content))
    return Markup("").join(parts)


@cache
def _lexer() -> PythonLexer:
    return PythonLexer(stripnl=False)
