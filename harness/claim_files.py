"""Claim files: found, read, held against schema, units and data registry, selected."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from harness import units
from harness.book import current, once_a_book
from harness.claims import Claim, ClaimFile, Drift, Erratum
from harness.errors import FixtureError, UsageError, suggestion
from reference import datasets

RESOURCES = ("avx2", "gpu", "network")


@once_a_book
def claims(folder: Path | None = None) -> dict[str, Claim]:
    """Every claim by id, in the order of the book; :class:`FixtureError` on the first fault."""
    found: dict[str, Claim] = {}
    for path in _claim_files(folder or current().claims):
        for claim in load(path):
            if claim.id in found:
                raise FixtureError(
                    f"claim id {claim.id!r} is used twice",
                    where=_position(path, claim.id),
                    hint="Give one of the two another id",
                )
            found[claim.id] = claim
    return found


@once_a_book
def titles() -> dict[str, str]:
    """Title of every unit that has claims."""
    return {
        unit: title
        for path in _claim_files(current().claims)
        for unit, title in _parse(path).titles.items()
    }


def load(path: Path) -> tuple[Claim, ...]:
    """Claims of one file, checked against the schema, the units and the data registry."""
    parsed = _parse(path)
    for title in parsed.titles:
        if title not in units.units():
            raise FixtureError(
                f"there is no unit {title!r}",
                where=_position(path, f'"{title}"'),
                hint=suggestion(title, units.units()),
            )
    known = {*datasets.registry(), *RESOURCES}
    for claim in parsed.claim:
        problem, hint = _mismatch(claim, parsed.titles, known)
        if problem:
            raise FixtureError(problem, where=_position(path, claim.id), hint=hint)
    return parsed.claim


def select(words: list[str], tiers: tuple[str, ...]) -> list[Claim]:
    """Claims that ``words`` name (chapters, S2, A2, units, ids; none: all), up to these tiers.

    :class:`UsageError` for a word that names nothing.
    """
    everything = claims()
    chosen: dict[str, Claim] = {}
    for word in words or [""]:
        named = {key: claim for key, claim in everything.items() if _names(word, claim)}
        if not named:
            known = {*everything, *(c.unit for c in everything.values()), *_chapters(everything)}
            kind = "claim" if "/" in word else "chapter or unit"
            raise UsageError(f"unknown {kind} {word!r}", hint=suggestion(word, known))
        chosen |= named
    return [claim for key, claim in everything.items() if key in chosen and claim.tier in tiers]


def _names(word: str, claim: Claim) -> bool:
    group = claim.unit.partition(".")[0]  # S2: the sections of chapter 2; A2: its activities
    return word in ("", claim.id, claim.unit, group, str(units.chapter_of(claim.unit)))


def _chapters(everything: dict[str, Claim]) -> set[str]:
    return {str(units.chapter_of(claim.unit)) for claim in everything.values()}


def _claim_files(folder: Path) -> list[Path]:
    """Files in the order of the book: chapters, then sections, exercises, activities."""
    kind = {"s": 0, "A": 2}
    for path in folder.glob("*.toml"):
        raise FixtureError(
            "a claim file lies in the folder of its chapter, such as chapter1",
            where=current().shown(path),
            hint="Move it there",
        )
    return [
        path
        for chapter in units.chapters(folder)
        for path in sorted(
            chapter.glob("*.toml"), key=lambda path: (kind.get(path.name[0], 1), path.name)
        )
    ]


@once_a_book
def _parse(path: Path) -> ClaimFile:
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = re.search(r"\(at line (\d+), ", str(error))
        raise FixtureError(
            f"malformed TOML: {error}",
            where=f"{current().shown(path)}:{line[1] if line else 1}",
            hint="Mend the syntax",
        ) from None
    try:
        return ClaimFile.model_validate(table)
    except ValidationError as error:
        raise _schema_error(path, table, error) from None


def _schema_error(path: Path, table: dict[str, Any], error: ValidationError) -> FixtureError:
    faults = error.errors()
    # A key that is misspelt is also missing: the first of the two says what happened.
    first = next((fault for fault in faults if fault["type"] == "extra_forbidden"), faults[0])
    location = [part for part in first["loc"] if part not in ("claim",)]
    key = str(location[-1]) if location else ""
    anchor = key
    if first["loc"][:1] == ("claim",) and len(first["loc"]) > 1:
        entry = table["claim"][first["loc"][1]]
        anchor = str(entry.get("id", key)) if isinstance(entry, dict) else key
    if first["type"] == "extra_forbidden":
        known = {*Claim.model_fields, *Erratum.model_fields, *Drift.model_fields}
        return FixtureError(
            f"unknown key {key!r}",
            where=_position(path, anchor, key),
            hint=suggestion(key, known),
        )
    message = first["msg"].removeprefix("Value error, ")
    named = ".".join(str(part) for part in location if not isinstance(part, int))
    return FixtureError(
        f"{named}: {message}" if named else message,
        where=_position(path, anchor, key),
        hint="CONTRIBUTING.md shows how a claim is written",
    )


def _mismatch(claim: Claim, titled: dict[str, str], known: set[str]) -> tuple[str, str]:
    """What is wrong between a claim and the rest of the project, and a hint.

    ``known`` is what a claim may need.
    """
    if claim.unit not in titled:
        return f"claim {claim.id!r} is of a unit without a title here", suggestion(
            claim.unit, titled
        )
    for need in claim.needs:
        if need not in known:
            return f"claim {claim.id!r} needs unknown data {need!r}", suggestion(need, known)
    unit = units.unit(claim.unit)
    if unit.stage(claim.tier, claim.needs) is None:
        stages = "; ".join(
            f"{stage.function}: tier {stage.tier}, needs {list(stage.needs)}"
            for stage in unit.stages
        )
        problem = f"no stage of {unit.id} has tier {claim.tier!r} and needs {list(claim.needs)}"
        return f"claim {claim.id!r}: {problem}", f"Its stages are {stages}"
    return "", ""


def position(claim_id: str) -> str:
    """``file:line`` of a claim, for messages."""
    found = place(claim_id)
    return f"{current().shown(found[0])}:{found[1]}" if found else claim_id


def place(claim_id: str) -> tuple[Path, int] | None:
    """The file that defines a claim, and the line of its id there; None where none does."""
    for path in _claim_files(current().claims):
        if f'"{claim_id}"' in path.read_text("utf-8"):
            return path, _line(path, claim_id)
    return None


def _position(path: Path, anchor: str, key: str = "") -> str:
    """``file:line`` of ``key`` at or after ``anchor``; of the anchor where there is no such key."""
    return f"{current().shown(path)}:{_line(path, anchor, key)}"


def _line(path: Path, anchor: str, key: str = "") -> int:
    lines = path.read_text("utf-8").splitlines()
    whole = f'"{anchor}"'  # an id is also the beginning of longer ones
    start = next((i for text in (whole, anchor) for i, line in enumerate(lines) if text in line), 0)
    for number, line in _until_next_claim(lines, start):
        if key and re.match(rf"\s*(\[.*)?\b{re.escape(key)}\b", line):
            return number
    return start + 1


def _until_next_claim(lines: list[str], start: int) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() == "[[claim]]" and number > start + 1:
            return
        yield number, line
