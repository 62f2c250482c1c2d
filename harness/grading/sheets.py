"""Grading sheets: where a submission that follows the book holds what a claim speaks of."""

import ast
import tomllib
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from harness import syntax, units
from harness.book import current, once_a_book
from harness.claim_files import claims
from harness.claims import Claim
from harness.errors import FixtureError

Step = str | int | slice

SHOWN = "_"  # as in IPython: what a line displays or prints without giving it a name


class Absent(LookupError):
    """The value has no such part."""


@dataclass(frozen=True)
class Place:
    """Where a value may be: a name or a call of the student's function, and a path from there."""

    text: str
    root: str
    steps: tuple[Step, ...] = ()

    @property
    def is_call(self) -> bool:
        return "(" in self.root

    def of(self, value: Any) -> Any:
        """The part of ``value`` that the place names; :class:`Absent` where it has none."""
        for step in self.steps:
            try:
                value = _part(value, step)
            except (LookupError, TypeError, IndexError):
                raise Absent(self.text) from None
        return value


def _part(value: Any, step: Step) -> Any:
    if isinstance(step, str):
        array = getattr(value, "array", value)  # of one too large to travel, too
        if isinstance(array, np.ndarray) and step in ("shape", "ndim", "size"):
            found = getattr(array, step)
            return list(found) if step == "shape" else found
        if isinstance(value, dict | list) and step == "len":
            return len(value)
        return value[step]
    if isinstance(value, dict | str):
        raise Absent
    return value[step]


def place(text: str) -> Place:
    """Parse ``model.layers``, ``results[0]`` or ``realData(128)[0]``; ``ValueError`` otherwise."""
    try:
        node = syntax.expression(text)
    except SyntaxError:
        raise ValueError(f"{text!r} is no place") from None
    steps: list[Step] = []
    while not isinstance(node, ast.Name | ast.Call):
        if isinstance(node, ast.Attribute):
            steps.append(node.attr)
        elif isinstance(node, ast.Subscript):
            steps.append(_index(node.slice))
        else:
            raise ValueError(f"{text!r} is no place")
        node = node.value
    if isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Name):
            raise ValueError(f"{text!r} calls something other than a function by its name")
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            ast.literal_eval(argument)
    return Place(text, ast.unparse(node), tuple(reversed(steps)))


def _index(node: ast.expr) -> Step:
    if isinstance(node, ast.Slice):
        low, high = (
            None if bound is None else ast.literal_eval(bound) for bound in (node.lower, node.upper)
        )
        return slice(low, high)
    index = ast.literal_eval(node)
    if not isinstance(index, int | str):
        raise ValueError(f"{index!r} is no index")
    return index


class Sheet(BaseModel):
    """One unit's entry: what may be varied, and where observations are found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    vary: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}

    def places(self, observation: str) -> tuple[Place, ...]:
        """Where an observation may be; by default under its own name."""
        return tuple(map(place, self.names.get(observation, (observation,))))


@once_a_book
def sheets() -> dict[str, Sheet]:
    """Every unit's sheet; :class:`FixtureError` where one is malformed."""
    found: dict[str, Sheet] = {}
    for path in sorted(current().grading.glob("chapter*.toml")):
        where = current().shown(path)
        try:
            table = tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise FixtureError(f"malformed TOML: {error}", where=where) from None
        for unit, entry in table.items():
            try:
                sheet = Sheet.model_validate(entry)
                for texts in sheet.names.values():
                    for text in texts:
                        place(text)
            except (ValidationError, ValueError) as error:
                raise FixtureError(f"{unit}: {error}", where=where) from None
            if unit not in units.units():
                raise FixtureError(f"there is no unit {unit!r}", where=where)
            found[unit] = sheet
    return found


def sheet(unit: str) -> Sheet:
    return sheets().get(unit, Sheet())


@once_a_book
def graded_claims() -> dict[str, tuple[Claim, ...]]:
    """Claims that a reader's own program is expected to hold, by unit."""
    found: dict[str, list[Claim]] = {}
    for claim in claims().values():
        if claim.graded and not claim.draft:
            found.setdefault(claim.unit, []).append(claim)
    return {unit: tuple(items) for unit, items in found.items()}
