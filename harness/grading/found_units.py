"""Which units a part of a submission holds, and where in it.

In this order: headings and comments ("Exercise 2.06"), the file's name, the names it binds.
"""

import ast
import re
from dataclasses import dataclass

from harness.grading.notebooks import parsed
from harness.grading.sheets import graded_claims, sheet
from harness.grading.submissions import Part

WORDS = (
    "exercise|exercice|ejercicio|esercizio|exerc[ií]cio|(?:ü|ue)bung|aufgabe|ex|"
    "activity|activit[ée]|actividad|attivit[àa]|atividade|aktivit[äa]t|act"
)
ACTIVITY = ("act", "att", "ati", "akt")
SPOKEN = re.compile(rf"\b({WORDS})[\s._-]*0?([1-9]\d?)[._-](\d{{1,2}})\b", re.IGNORECASE)
# What a heading or comment begins with: "# Exercise 2.06", not "the data of Exercise 2.02".
HEADING = re.compile(rf"^[\W_]*({WORDS})[\s._-]*0?([1-9]\d?)[._-](\d{{1,2}})\b", re.IGNORECASE)
IN_FILE_NAME = re.compile(r"(?<![\w.])(A?)0?([1-9]\d?)[._](\d{2})(?!\d)")
SECTION = re.compile(r"\bS\d{1,2}\.[a-z0-9-]*[a-z0-9]")
ENOUGH = 0.6  # of a unit's claims whose names a program binds, to take it for that unit

Place = tuple[int, int]  # cell, line


@dataclass(frozen=True)
class Segment:
    """A stretch of a part that belongs to one unit; both places as (cell, line), the end open."""

    unit: str
    start: Place = (0, 0)
    end: Place = (1 << 30, 0)

    def holds(self, cell: int, line: int) -> bool:
        return self.start <= (cell, line) < self.end


def segments(part: Part, chosen: tuple[str, ...] = ()) -> list[Segment]:
    """Where each unit stands in the part; ``chosen`` units are looked for in all of it."""
    marked = _marked(part)
    if chosen:
        by_unit = {segment.unit: segment for segment in marked}
        return [by_unit.get(unit, Segment(unit)) for unit in chosen]
    if marked:
        return marked
    named = _units_in(part.name, IN_FILE_NAME) or _units_in(part.name, SPOKEN)
    if named:
        return [Segment(unit) for unit in named]
    return [Segment(unit) for unit in _by_names(part)]


def _marked(part: Part) -> list[Segment]:
    """Segments from one heading to the next."""
    marks: list[tuple[Place, str]] = []
    for number, cell in enumerate(part.cells, 1):
        for heading in cell.headings:
            marks += [
                ((number, 0), unit)
                for unit in _units_in(heading, SPOKEN if heading.startswith("#") else HEADING)
            ]
        for line, text in enumerate(cell.source.splitlines(), 1):
            if text.lstrip().startswith(("#", '"""', "'''")):
                marks += [((number, line), unit) for unit in _units_in(text, HEADING)]
    found: dict[str, Segment] = {}
    for index, (start, unit) in enumerate(marks):
        later = [place for place, other in marks[index + 1 :] if other != unit]
        end = later[0] if later else (1 << 30, 0)
        if unit in found:  # a unit spoken of again goes on
            found[unit] = Segment(unit, found[unit].start, max(end, found[unit].end))
        else:
            found[unit] = Segment(unit, start, end)
    if len(found) == 1:  # one unit alone has the whole part, what stands above included
        return [Segment(unit) for unit in found]
    return list(found.values())


def _units_in(text: str, pattern: re.Pattern[str]) -> list[str]:
    found = []
    for kind, chapter, number in pattern.findall(text):
        prefix = "A" if kind.lower().startswith(ACTIVITY) or kind == "A" else ""
        unit = f"{prefix}{chapter}.{int(number):02d}"
        if unit in graded_claims() and unit not in found:
            found.append(unit)
    # A section is known by its id alone: its title may head a part of an exercise, too.
    return [*found, *(id_ for id_ in SECTION.findall(text) if id_ in graded_claims())]


def _by_names(part: Part) -> list[str]:
    """The unit most of whose claims have a name that the part binds."""
    bound: set[str] = set()
    for cell in part.cells:
        tree = parsed(cell.source)
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                bound.add(node.id)
            elif isinstance(node, ast.FunctionDef):
                bound.add(node.name)
    shares = {}
    for unit, claims in graded_claims().items():
        roots = [
            {place.root.partition("(")[0] for place in sheet(unit).places(claim.names[0])}
            for claim in claims
        ]
        own = {name for names in roots for name in names}
        share = sum(bool(names & bound) for names in roots) / len(roots)
        shares[unit] = (share, len(own & bound))
    best = max(shares.values())
    if best[0] < ENOUGH:
        return []
    return [unit for unit, share in shares.items() if share == best][:1]
