"""Syntax trees of Python's source, built by one thread at a time.

CPython 3.11 counts how deep it is in the tree that it builds for all threads together, and fails
where two build one at once (``SystemError: AST constructor recursion depth mismatch``). Whoever
runs code that parses by itself, as TensorFlow does, holds the lock as well.
"""

import ast
import threading
from collections.abc import Iterator

ONE_AT_A_TIME = threading.RLock()


def tree(source: str | bytes) -> ast.Module:
    """The source's tree; errors are ``ast.parse``'s."""
    with ONE_AT_A_TIME:
        return ast.parse(source)


def expression(source: str) -> ast.expr:
    """The tree of one expression."""
    with ONE_AT_A_TIME:
        return ast.parse(source, mode="eval").body


def statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """Every statement at any depth; unlike ``ast.walk`` it does not look into expressions."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, ast.stmt):
                yield node
            if isinstance(node, (ast.stmt, ast.excepthandler, ast.match_case)):
                waiting.append(node)
