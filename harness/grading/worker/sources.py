"""The source of a submission, prepared: hooks for what its functions hold, and changed inputs.

Both are done on the syntax tree, so that line numbers stay those of the student's file.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import numpy as np

HOOK = "__dlw_locals__"
SEEDING = {"seed", "set_seed", "set_random_seed", "default_rng", "RandomState", "manual_seed"}
SEED_KEYWORDS = {"seed", "random_state"}
LITERALS = {"List", "Tuple", "Constant", "Str"}


def prepared(
    source: str, label: str, inputs: dict[str, Any], seed_offset: int
) -> tuple[list[ast.stmt], set[str]]:
    """Statements of a cell, and which inputs were found in it as literals and changed."""
    tree = ast.parse(source, label)
    literals = _Literals(inputs)
    tree = literals.visit(tree)
    if seed_offset:
        tree = _Seeds(seed_offset).visit(tree)
    tree = _Locals().visit(tree)
    ast.fix_missing_locations(tree)
    return tree.body, literals.found


def names_in(statement: ast.stmt) -> set[str]:
    """Every name that a statement reads or binds."""
    names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    for node in ast.walk(statement):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
    return names


def bound_in(statement: ast.stmt) -> Iterator[str]:
    """Names that an assignment at the top binds."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


class _Locals(ast.NodeTransformer):
    """A plain function hands its local variables over as it returns."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        if node.decorator_list or _yields(node):
            return node
        hook = ast.parse(f"{HOOK}({node.name!r}, locals())").body
        for statement in hook:
            for part in ast.walk(statement):
                ast.copy_location(part, node.body[-1])
        first = 1 if ast.get_docstring(node) is not None and len(node.body) > 1 else 0
        guarded = ast.Try(body=node.body[first:], handlers=[], orelse=[], finalbody=hook)
        ast.copy_location(guarded, node.body[first])
        node.body = [*node.body[:first], guarded]
        return node


def _yields(node: ast.FunctionDef) -> bool:
    return any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in ast.walk(node))


class _Literals(ast.NodeTransformer):
    """Nested lists and texts that equal an input of the unit become its changed value."""

    def __init__(self, inputs: dict[str, Any]) -> None:
        self.inputs = {
            name: (_nested(change["book"]), _nested(change["other"]))
            for name, change in inputs.items()
            if not _anything(change["book"])
        }
        self.found: set[str] = set()

    def visit(self, node: ast.AST) -> Any:
        if type(node).__name__ in LITERALS and self.inputs:
            try:
                value = ast.literal_eval(node)
            except ValueError:
                value = None
            for name, (book, other) in self.inputs.items():
                if value is not None and _same(value, book):
                    self.found.add(name)
                    changed = repr(_of_kind(other, value))
                    return ast.copy_location(ast.parse(changed, mode="eval").body, node)
        return self.generic_visit(node)


class _Seeds(ast.NodeTransformer):
    """Every seed that the submission sets moves by the same offset."""

    def __init__(self, offset: int) -> None:
        self.offset = offset

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called in SEEDING and node.args:
            node.args[0] = self._moved(node.args[0])
        for keyword in node.keywords:
            if keyword.arg in SEED_KEYWORDS:
                keyword.value = self._moved(keyword.value)
        return node

    def _moved(self, node: ast.expr) -> ast.expr:
        try:
            value = ast.literal_eval(node)
        except ValueError:
            return node
        if type(value) is not int:
            return node
        return ast.copy_location(ast.parse(str(value + self.offset), mode="eval").body, node)


def _anything(value: Any) -> bool:
    """A whole number may stand for anything; a learning rate of 0.01 hardly stands for more."""
    if isinstance(value, (str, list, tuple)) or np.ndim(value):
        return False
    return float(value).is_integer()


def _nested(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def _of_kind(other: Any, value: Any) -> Any:
    """``other`` with numbers as the student writes them: 1.0 stays a float."""
    if isinstance(other, list):
        if isinstance(value, (list, tuple)) and len(value) == len(other):
            return [_of_kind(*pair) for pair in zip(other, value)]
        return other
    return float(other) if isinstance(value, float) and isinstance(other, int) else other


def _same(value: Any, book: Any) -> bool:
    if isinstance(value, tuple):
        value = list(value)
    if isinstance(value, list) and isinstance(book, list):
        return len(value) == len(book) and all(map(_same, value, book))
    if isinstance(value, (list, str)) or isinstance(book, (list, str)):
        return bool(type(value) is type(book) and value == book)
    return isinstance(value, (int, float)) and bool(value == book)
