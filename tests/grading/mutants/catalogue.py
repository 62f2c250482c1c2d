"""Every mutant of the reference, found in its source without running it."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from harness.claim_files import claims
from harness.units import Stage, Unit, units
from tests.grading.mutants.operators import OPERATORS
from tests.grading.mutants.places import Place, places
from tests.grading.mutants.submitted import submitted

EMBEDDED = {"iris", "sonar", "alice"}  # data sets of fixtures/samples: here on every machine
ALIKE = 10  # mutants of one operator in one function or constant

T = TypeVar("T")
Span = tuple[int, int, int, int]  # first line, first column, last line, last column


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake, and the stages that could notice it.

    ``span`` is where the mistake is made in the module as it is, ``change`` says it for people.
    """

    id: str
    unit: str
    operator: str
    module: str
    span: Span
    change: str
    source: str
    stages: tuple[Stage, ...]


@cache
def catalogue() -> dict[str, Mutant]:
    """Every mutant by id, such as ``1.05/run/axis-1``, in the order of the book."""
    return {
        mutant.id: mutant
        for path, those in groupby(units().values(), key=lambda unit: unit.source)
        for mutant in _mutants(path, list(those))
    }


def _graded(those: list[Unit]) -> dict[Stage, set[str]]:
    """Names of the graded results of each stage that is fast and runs on every machine."""
    graded: dict[Stage, set[str]] = {}
    for claim in claims().values():
        here = claim.tier == "fast" and set(claim.needs) <= EMBEDDED
        if here and claim.graded and claim.unit in {unit.id for unit in those}:
            graded.setdefault(claim.stage, set()).update(claim.names)
    return graded


def _mutants(path: Path, those: list[Unit]) -> Iterator[Mutant]:
    graded = _graded(those)
    source = path.read_text("utf-8")
    tree = submitted(ast.parse(source), {stage.function: graded[stage] for stage in graded})
    reaches = _reaches(tree)
    found: dict[tuple[str, str], list[tuple[Place, ast.AST]]] = defaultdict(list)
    for place in places(tree):
        for name, operator in OPERATORS.items():
            found[place.owner, name] += [(place, wrong) for wrong in operator(place)]
    for (owner, name), changes in found.items():
        stages = [stage for stage in graded if owner in reaches[stage.function]]
        if not stages:
            continue
        unit = next(unit for unit in those if stages[0] in unit.stages)
        for number, (place, wrong) in _spread(changes, ALIKE):
            span = _span(place.node)
            yield Mutant(
                f"{unit.id}/{owner}/{name}-{number}",
                unit.id,
                name,
                stages[0].module,
                span,
                f"line {span[0]}: {_text(place.node)}  ->  {_text(wrong)}",
                _with(source, span, wrong),
                tuple(stages),
            )


def _reaches(tree: ast.Module) -> dict[str, set[str]]:
    """For each name at the top of a module, the names there that it uses, itself included."""
    uses: dict[str, set[str]] = {}
    for node in tree.body:
        used = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                uses[name] = used | {name}
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                uses[name] = used
    return {name: _closure(name, uses) for name in uses}


def _closure(name: str, uses: dict[str, set[str]]) -> set[str]:
    reached, pending = set(), [name]
    while pending:
        current = pending.pop()
        if current in uses and current not in reached:
            reached.add(current)
            pending += uses[current]
    return reached


def _spread(items: Sequence[T], most: int) -> Iterator[tuple[int, T]]:
    """At most this many of the items, from all over, each with its number."""
    count = len(items)
    for index in sorted({(2 * k + 1) * count // (2 * most) for k in range(most)} - {count}):
        yield index + 1, items[index]


def _with(source: str, span: Span, wrong: ast.AST) -> str:
    """The source with ``wrong`` in this place, every other line where it was."""
    text = ast.unparse(wrong)
    if isinstance(wrong, ast.expr) and not isinstance(wrong, ast.Slice):
        text = f"({text})"
    lines = source.encode().splitlines(keepends=True)
    first, begin, last, end = span
    before = [*lines[: first - 1], lines[first - 1][:begin]]
    after = [lines[last - 1][end:], *lines[last:]]
    return b"".join([*before, text.encode(), *after]).decode()


def _span(node: ast.AST) -> Span:
    assert isinstance(node, ast.expr | ast.stmt)
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0


def _text(node: ast.AST, limit: int = 60) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= limit else f"{text[:limit]} ..."
