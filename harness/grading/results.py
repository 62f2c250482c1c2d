"""What grading finds out: a mark a claim, a result a unit, one graded submission."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Outcome = Literal[
    "right",
    "wrong",
    "missing",
    "error",
    "timeout",
    "out of memory",
    "not attempted",
    "suspicious",
    "unverified",
]
LOST: tuple[Outcome, ...] = (
    "wrong",
    "missing",
    "error",
    "timeout",
    "out of memory",
    "not attempted",
    "suspicious",
)


@dataclass(frozen=True)
class Mark:
    """One claim of one submission.

    ``earned`` of ``points``; ``source`` says where the value was found (cell, line, name),
    ``note`` what a student can do. ``expected`` is empty where the rubric hides it.
    """

    claim: str
    outcome: Outcome
    points: float
    earned: float
    says: str
    where: str
    expected: str = ""
    found: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class UnitResult:
    """The marks of one unit; ``required`` as the rubric says."""

    unit: str
    title: str
    marks: tuple[Mark, ...]
    required: bool = True

    @property
    def points(self) -> float:
        """Points that count: an ``unverified`` claim is nobody's fault and is left out."""
        return sum(mark.points for mark in self.marks if mark.outcome != "unverified")

    @property
    def earned(self) -> float:
        return sum(mark.earned for mark in self.marks)


@dataclass(frozen=True)
class Graded:
    """One submission, graded.

    ``status`` is how its program ended (finished, error, timeout, out of memory, killed,
    unreadable), ``problem`` says why in one line; ``figures`` are PNG files by name.
    """

    name: str
    digest: str
    era: str
    sandboxed: bool
    status: str
    problem: str = ""
    units: tuple[UnitResult, ...] = ()
    notes: tuple[str, ...] = ()
    output: str = ""
    figures: dict[str, bytes] = field(default_factory=dict, repr=False)
    basis: str = ""  # digest of all but the submission that the marks depend on
    shape: str = ""  # digest of the syntax tree with names removed
    late_factor: float = 1.0
    seconds: float = 0.0

    @property
    def points(self) -> float:
        """Points of the required units; what is earned in others comes on top."""
        return sum(unit.points for unit in self.units if unit.required)

    @property
    def earned(self) -> float:
        return self.late_factor * sum(unit.earned for unit in self.units)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for unit in self.units for mark in unit.marks)

    @property
    def full(self) -> bool:
        """Whether every claim of the required units that could be judged is right."""
        marks = [mark for unit in self.units if unit.required for mark in unit.marks]
        counted = [mark for mark in marks if mark.outcome != "unverified"]
        return bool(counted) and all(mark.outcome == "right" for mark in counted)

    def as_record(self) -> dict[str, Any]:
        """The result as JSON data; only ``seconds`` differs between two gradings."""
        record = asdict(self)
        record["figures"] = sorted(self.figures)
        record["points"], record["earned"] = self.points, self.earned
        for entry, unit in zip(record["units"], self.units, strict=True):
            entry["points"], entry["earned"] = unit.points, unit.earned
        return record
