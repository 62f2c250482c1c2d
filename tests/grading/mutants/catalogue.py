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

EMBEDDED = {"iris", "sonar", "alice"}  # data sets of fixtures/samples: here on every machine
ALIKE = 1  # mutants of one operator in one function or constant
OF_A_SECTION = 2  # mutants of one section; of an exercise or an activity all

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
    found: dict[str, list[Mutant]] = defaultdict(list)
    for path, those in groupby(units().values(), key=lambda unit: unit.source):
        for mutant in _mutants(path, list(those)):
            found[mutant.unit].append(mutant)
    return {
        mutant.id: mutant
        for unit, mutants in found.items()
        for _, mutant in _spread(mutants, OF_A_SECTION if unit[0] == "S" else len(mutants))
    }


def fast_stages(unit: Unit) -> Iterator[Stage]:
    """Stages that make claims of the fast tier and run on every machine."""
    claimed = {claim.stage for claim in claims().values() if claim.unit == unit.id}
    for stage in unit.stages:
        if stage.tier == "fast" and set(stage.needs) <= EMBEDDED and stage in claimed:
            yield stage


def _mutants(path: Path, those: list[Unit]) -> Iterator[Mutant]:
    tree = ast.parse(path.read_text("utf-8"))
    reaches = _reaches(tree)
    statements = [ast.unparse(statement) for statement in tree.body]
    running = [(unit, stage) for unit in those for stage in fast_stages(unit)]
    found: dict[tuple[str, str], list[tuple[Place, ast.AST]]] = defaultdict(list)
    for place in places(tree):
        for name, operator in OPERATORS.items():
            found[place.owner, name] += [(place, wrong) for wrong in operator(place)]
    for (owner, name), changes in found.items():
        judges = [(unit, stage) for unit, stage in running if owner in reaches[stage.function]]
        if not judges:
            continue
        unit = judges[0][0]
        for number, (place, wrong) in _spread(changes, ALIKE):
            index = tree.body.index(place.ancestors[1] if place.ancestors[1:] else place.node)
            mistaken = _with(tree.body[index], place, wrong)
            if mistaken != statements[index]:
                yield Mutant(
                    f"{unit.id}/{owner}/{name}-{number}",
                    unit.id,
                    name,
                    judges[0][1].module,
                    _span(place.node),
                    f"line {_span(place.node)[0]}: {_text(place.node)}  ->  {_text(wrong)}",
                    "\n\n".join([*statements[:index], mistaken, *statements[index + 1 :]]),
                    tuple(stage for _, stage in judges),
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


def _with(statement: ast.stmt, place: Place, wrong: ast.AST) -> str:
    """Source of the statement with ``wrong`` in this place; the tree stays as it is."""
    for field, value in ast.iter_fields(place.parent):
        if value is place.node:
            setattr(place.parent, field, wrong)
            source = ast.unparse(statement)
            setattr(place.parent, field, place.node)
            return source
        if isinstance(value, list) and any(item is place.node for item in value):
            index = next(i for i, item in enumerate(value) if item is place.node)
            value[index] = wrong
            source = ast.unparse(statement)
            value[index] = place.node
            return source
    raise LookupError(f"{_text(place.node)} is no child of its parent")


def _span(node: ast.AST) -> Span:
    located = node if hasattr(node, "lineno") else next(ast.iter_child_nodes(node))
    assert isinstance(located, ast.expr | ast.stmt)
    return (
        located.lineno,
        located.col_offset,
        located.end_lineno or 0,
        located.end_col_offset or 0,
    )


def _text(node: ast.AST, limit: int = 60) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= limit else f"{text[:limit]} ..."
