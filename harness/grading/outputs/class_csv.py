"""The class as a table: a row a submission."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from harness.grading.outputs import equal
from harness.grading.outputs.wording import OUTCOMES, outcomes, percent
from harness.grading.results import Graded, Outcome
from harness.printable import spreadsheet_cell

NAMED = 5  # equal submissions that a row names


class _Row(NamedTuple):
    name: str
    digest: str
    shape: str
    status: str
    points: float
    earned: float
    percent: float | None
    units: dict[str, float]
    outcomes: Counter[Outcome]


class ClassTable:
    """Rows of what was graded; a few hundred bytes of each submission are kept."""

    def __init__(self, graded: Iterable[Graded] = ()) -> None:
        self._rows: list[_Row] = []
        for submission in graded:
            self.add(submission)

    def add(self, graded: Graded) -> None:
        self._rows.append(
            _Row(
                graded.name,
                graded.digest,
                graded.shape,
                graded.status,
                round(graded.points, 4),
                round(graded.earned, 4),
                percent(graded),
                {unit.unit: round(unit.earned, 4) for unit in graded.units},
                outcomes(graded),
            )
        )

    @property
    def shapes(self) -> equal.Shapes:
        """Who handed in which shape of program."""
        found = defaultdict(list)
        for row in self._rows:
            found[row.shape].append(row.name)
        return found

    def render(self) -> str:
        """CSV with a header, ordered by name; a unit's column is what was earned in it."""
        units = sorted({unit for row in self._rows for unit in row.units})
        shapes = {shape: sorted(names) for shape, names in self.shapes.items() if shape}
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        head = ("name", "status", "points", "earned", "percent")
        writer.writerow([*head, *(f"earned {unit}" for unit in units), *OUTCOMES, "similar_to"])
        for row in sorted(self._rows, key=lambda row: (row.name, row.digest)):
            writer.writerow(
                [
                    spreadsheet_cell(row.name),
                    spreadsheet_cell(row.status),
                    row.points,
                    row.earned,
                    row.percent,
                    *(row.units.get(unit) for unit in units),
                    *(row.outcomes[outcome] for outcome in OUTCOMES),
                    spreadsheet_cell(_others(row, shapes.get(row.shape, []))),
                ]
            )
        return file.getvalue()


def _others(row: _Row, names: list[str]) -> str:
    """The first of those who handed in the same; a large group is not copied for each of it."""
    some = [name for name in names[: NAMED + 1] if name != row.name][:NAMED]
    more = len(names) - 1 - NAMED
    return "; ".join(some) + (f" and {more} more" if more > 0 else "")
