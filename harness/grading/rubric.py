"""The rubric: what a course grades, what it is worth, and what a submission may use."""

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from harness.book import current
from harness.claims import Claim
from harness.errors import UsageError, suggestion
from harness.grading.limits import Limits
from harness.grading.sheets import graded_claims


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitRubric(_Closed):
    """One unit: points of the whole or of single claims, required or optional."""

    points: Annotated[float, Field(ge=0)] | None = None
    claims: dict[str, Annotated[float, Field(ge=0)]] = {}
    only: tuple[str, ...] = ()
    required: bool = True


class Rubric(_Closed):
    """A course's rules.

    ``units`` to grade (none: those found in a submission, a point a claim), ``late`` the factor
    of submissions named in ``late_names``, ``imports`` the packages allowed (none: all), ``show``
    how much of the right value a student sees, ``epochs`` the most that a training goes on for.
    """

    title: str = Field(default_factory=lambda: current().title)
    units: dict[str, UnitRubric] = {}
    late: Annotated[float, Field(ge=0, le=1)] = 1.0
    late_names: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    show: Literal["expected", "found", "nothing"] = "expected"
    epochs: Annotated[int, Field(ge=1)] | None = None
    limits: Limits = Limits()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(self.units)

    def claims(self, unit: str) -> tuple[Claim, ...]:
        only = self.units[unit].only if unit in self.units else ()
        return tuple(claim for claim in graded_claims()[unit] if not only or _short(claim) in only)

    def points(self, claim: Claim) -> float:
        """Points of one claim: its own, or its share of its unit's."""
        rules = self.units.get(claim.unit, UnitRubric())
        if _short(claim) in rules.claims:
            return rules.claims[_short(claim)]
        if rules.points is None:
            return 1.0
        others = [c for c in self.claims(claim.unit) if _short(c) not in rules.claims]
        left = max(0.0, rules.points - sum(rules.claims.values()))
        return left / len(others)

    def required(self, unit: str) -> bool:
        return self.units[unit].required if unit in self.units else True


def _short(claim: Claim) -> str:
    return claim.id.partition("/")[2]


def load_rubric(path: Path) -> Rubric:
    """:class:`UsageError` with the place where the file is not a rubric."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"the rubric cannot be read: {error.strerror}", where=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"the rubric is malformed TOML: {error}", where=str(path)) from None
    try:
        rubric = Rubric.model_validate(table)
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(map(str, fault["loc"]))
        raise UsageError(
            f"{key}: {fault['msg']}", where=str(path), hint="docs/grading.md shows a rubric"
        ) from None
    for unit, rules in rubric.units.items():
        if unit not in graded_claims():
            raise UsageError(
                f"unit {unit!r} has nothing to grade",
                where=str(path),
                hint=suggestion(unit, graded_claims()),
            )
        known = {_short(claim) for claim in graded_claims()[unit]}
        for name in (*rules.only, *rules.claims):
            if name not in known:
                raise UsageError(
                    f"{unit} has no graded claim {name!r}",
                    where=str(path),
                    hint=suggestion(name, known),
                )
    return rubric


def rubric_for(units: tuple[str, ...], limits: Limits, **rules: Any) -> Rubric:
    """The rubric of a command line: these units, a point a claim."""
    for unit in units:
        if unit not in graded_claims():
            raise UsageError(
                f"unit {unit!r} has nothing to grade", hint=suggestion(unit, graded_claims())
            )
    return Rubric(units={unit: UnitRubric() for unit in units}, limits=limits, **rules)
