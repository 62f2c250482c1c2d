"""The book's units, found in the source of its references without importing it.

``1.03`` is ``chapter1/exercise_1_03.py``, ``A1.01`` is ``activity_1_01.py``,
``S1.tensors`` is the function ``tensors`` of ``sections.py`` or the module
``section_tensors.py``. Reading the source keeps listing fast: importing would load the libraries
that the book is about.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness import syntax
from harness.book import current, once_a_book
from harness.errors import FixtureError, UsageError, suggestion
from reference.stages import Tier

_UNIT = re.compile(
    r"(?P<kind>A?)(?P<chapter>\d+)\.(?P<number>\d+)|S(?P<part>\d+)\.(?P<slug>[a-z0-9-]+)"
)


@dataclass(frozen=True)
class Stage:
    """A function that produces observations: its module, name, tier and needs.

    ``seeded`` says that it takes a seed, ``trains`` that it takes a number of epochs; ``epochs``
    is that number where it is not to be the book's.
    """

    module: str
    function: str
    tier: Tier = "fast"
    needs: tuple[str, ...] = ()
    seeded: bool = False
    trains: bool = False
    epochs: int | None = None


@dataclass(frozen=True)
class Unit:
    """An exercise, an activity or a section, with the stages of its reference."""

    id: str
    source: Path = field(compare=False)
    stages: tuple[Stage, ...]

    @property
    def chapter(self) -> int:
        return chapter_of(self.id)

    def stage(self, tier: str, needs: tuple[str, ...]) -> Stage | None:
        """The stage of exactly this tier and these needs, in any order."""
        for stage in self.stages:
            if stage.tier == tier and set(stage.needs) == set(needs):
                return stage
        return None


def chapter_of(unit: str) -> int:
    """Chapter number of a unit id; ``ValueError`` where the id has the wrong form."""
    match = _UNIT.fullmatch(unit)
    if match is None:
        raise ValueError(f"{unit!r} is no unit id such as 1.03, A1.01 or S1.tensors")
    return int(match["chapter"] or match["part"])


@once_a_book
def units() -> dict[str, Unit]:
    """Every unit of the reference, in the order of the book's chapters."""
    found: dict[str, Unit] = {}
    for folder in chapters(current().references):
        for unit in _units_of(folder):
            if unit.id in found:
                raise FixtureError(
                    f"unit {unit.id} is defined twice",
                    where=current().shown(unit.source),
                    hint=f"It also stands in {found[unit.id].source.name}",
                )
            found[unit.id] = unit
    return found


def chapters(folder: Path) -> list[Path]:
    """The folders ``chapter1``, ``chapter2`` ... of ``folder``, in the order of their numbers."""
    found = [path for path in folder.glob("chapter*") if path.is_dir()]
    for path in found:
        if not path.name[7:].isdecimal():
            raise FixtureError(
                "a chapter's folder is named chapter1, chapter2 and so on",
                where=current().shown(path),
                hint="Rename it",
            )
    return sorted(found, key=lambda path: int(path.name[7:]))


def unit(unit_id: str) -> Unit:
    """The unit of this id; :class:`UsageError` with the nearest ids where there is none."""
    if unit_id not in units():
        raise UsageError(f"unknown unit {unit_id!r}", hint=suggestion(unit_id, units()))
    return units()[unit_id]


def _units_of(folder: Path) -> Iterator[Unit]:
    chapter = folder.name.removeprefix("chapter")
    for path in sorted(folder.glob("*.py")):
        module = f"{current().package}.{folder.name}.{path.stem}"
        kind, _, rest = path.stem.partition("_")
        if kind in ("exercise", "activity"):
            prefix = "A" if kind == "activity" else ""
            yield Unit(prefix + rest.replace("_", "."), path, tuple(_stages(path, module)))
        elif kind == "section":
            unit_id = f"S{chapter}.{rest.replace('_', '-')}"
            yield Unit(unit_id, path, tuple(_stages(path, module)))
        elif kind == "sections":
            for stage in _stages(path, module, every=True):
                yield Unit(f"S{chapter}.{stage.function.replace('_', '-')}", path, (stage,))


def _stages(path: Path, module: str, *, every: bool = False) -> Iterator[Stage]:
    """Stages of a module: ``run``, what ``@stage`` marks, or ``every`` public function."""
    for node in _parsed(path).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        marks = [
            call
            for call in node.decorator_list
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == "stage"
        ]
        if not (marks or every or node.name == "run"):
            continue
        options = {
            keyword.arg: _literal(keyword, path)
            for call in marks
            for keyword in call.keywords
            if keyword.arg
        }
        arguments = {argument.arg for argument in node.args.args}
        yield Stage(
            module,
            node.name,
            seeded="seed" in arguments,
            trains="epochs" in arguments,
            **options,
        )


def _parsed(path: Path) -> ast.Module:
    try:
        return syntax.tree(path.read_text("utf-8"))
    except (SyntaxError, UnicodeDecodeError) as error:
        raise FixtureError(
            f"this reference is no Python: {getattr(error, 'msg', error)}",
            where=f"{current().shown(path)}:{getattr(error, 'lineno', 1)}",
            hint="Mend the syntax",
        ) from None


def _literal(keyword: ast.keyword, path: Path) -> Any:
    """The value of an argument of ``@stage``."""
    problem = f"@stage takes no argument {keyword.arg!r}"
    if keyword.arg in ("tier", "needs"):
        try:
            return ast.literal_eval(keyword.value)
        except ValueError:
            problem = f"{keyword.arg} of @stage is no literal"
    raise FixtureError(
        problem,
        where=f"{current().shown(path)}:{keyword.value.lineno}",
        hint='Write it as in @stage(tier="train", needs=("iris",))',
    )
