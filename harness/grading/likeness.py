"""Which submissions are the same program: equal syntax trees once the names are taken away."""

import ast
import hashlib

from harness.grading.notebooks import parsed
from harness.grading.submissions import Submission

LEAST_NODES = 30  # two programs of a few lines are alike by nature


def shape(submission: Submission) -> str:
    """Digest of the submission's syntax with names numbered by their first use; empty if tiny."""
    digest = hashlib.sha256()
    nodes = 0
    for part in submission.parts:
        for cell in part.cells:
            tree = parsed(cell.source)
            if tree is None:
                digest.update(cell.source.encode(errors="replace"))
                continue
            numbers: dict[str, int] = {}
            for node in ast.walk(tree):
                digest.update(_signature(node, numbers).encode())
                nodes += 1
    return digest.hexdigest() if nodes >= LEAST_NODES else ""


def _signature(node: ast.AST, numbers: dict[str, int]) -> str:
    kind = type(node).__name__
    if isinstance(node, ast.Name):
        return f"{kind}{numbers.setdefault(node.id, len(numbers))};"
    if isinstance(node, ast.arg):
        return f"{kind}{numbers.setdefault(node.arg, len(numbers))};"
    if isinstance(node, ast.FunctionDef):
        return f"{kind}{numbers.setdefault(node.name, len(numbers))};"
    if isinstance(node, ast.Attribute):
        return f"{kind}{node.attr};"
    if isinstance(node, ast.Constant) and not isinstance(node.value, str):
        return f"{kind}{node.value!r};"
    return f"{kind};"
