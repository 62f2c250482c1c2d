"""The pages of the site, each a template filled: overview, claims, errata, and one a unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment

from harness import environment, templates, units
from harness.bench.report.document import Document
from harness.book import current
from harness.claim_files import titles
from harness.eras.record import records
from harness.site.cards import Card, cards
from harness.site.knowledge import MEANING, STANDINGS, Knowledge, Standing, counted
from harness.site.plots.figure import Row
from harness.site.plots.of_unit import figures
from harness.site.source import source_of

HERE = Path(__file__).parent


@dataclass(frozen=True)
class UnitOverview:
    """A unit in a list: its claims by how they stand."""

    id: str
    title: str
    chapter: int
    cards: tuple[Card, ...]
    counts: dict[Standing, int]


@dataclass(frozen=True)
class Chapter:
    """A chapter's units, and its claims by how they stand."""

    number: int
    units: tuple[UnitOverview, ...]
    counts: dict[Standing, int]


def pages(knowledge: Knowledge, benchmarks: Document | None = None) -> Iterator[tuple[str, str]]:
    """Every file of the site: its name below the site's folder, and its text.

    ``benchmarks`` is the report on their history, where one is kept.
    """
    chapters = _chapters(knowledge)
    everything = [unit for chapter in chapters for unit in chapter.units]
    common: dict[str, Any] = {"book": current().title, "root": "", "chapters": chapters}
    common["measured"] = benchmarks is not None
    yield "style.css", (HERE / "static" / "style.css").read_text("utf-8")
    yield "site.js", (HERE / "static" / "site.js").read_text("utf-8")
    totals = knowledge.counts(knowledge.claims)
    yield "index.html", _fill("overview", common, totals=totals, environments=_environments())
    yield "claims.html", _fill("claims", common)
    yield "errata.html", _fill("errata", common)
    if benchmarks:
        drawn = benchmarks.draw()
        yield (
            "benchmarks.html",
            _fill("benchmarks", common, document=benchmarks, figures=drawn, rows_of=rows_of),
        )
    for index, unit in enumerate(everything):
        yield (
            f"units/{unit.id}.html",
            _fill(
                "unit",
                common | {"root": "../"},
                unit=unit,
                figures=figures(unit.id, [card.claim for card in unit.cards], knowledge),
                source=source_of(units.unit(unit.id)),
                before=everything[index - 1] if index else None,
                after=everything[index + 1] if index + 1 < len(everything) else None,
            ),
        )


def rows_of(cells: Sequence[tuple[str, ...]]) -> list[Row]:
    """Lines of a table that belong to no claim."""
    return [Row(line) for line in cells]


def _chapters(knowledge: Knowledge) -> tuple[Chapter, ...]:
    def chapter(claim: Any) -> int:
        return units.chapter_of(claim.unit)

    found = []
    for number, of_chapter in groupby(knowledge.claims, key=chapter):
        of_unit: dict[str, list[Card]] = {}
        for card in cards(list(of_chapter), knowledge):
            of_unit.setdefault(card.claim.unit, []).append(card)
        of_chapter_units = tuple(
            UnitOverview(
                unit,
                titles()[unit],
                number,
                tuple(listed),
                knowledge.counts([card.claim for card in listed]),
            )
            for unit, listed in of_unit.items()
        )
        counts = {word: sum(unit.counts[word] for unit in of_chapter_units) for word in STANDINGS}
        found.append(Chapter(number, of_chapter_units, counts))
    return tuple(found)


def _environments() -> list[tuple[str, str]]:
    """The environments that claims were measured in, and what each is made of."""
    today = environment.versions() | environment.hardware()
    older = [(record.era, _listed(record.versions)) for record in records()]
    return [*older, ("today", _listed(today))]


def _listed(parts: dict[str, str]) -> str:
    return ", ".join(f"{name} {text}" for name, text in parts.items() if text != "not installed")


def _fill(name: str, common: dict[str, Any], **particular: Any) -> str:
    """A page; apostrophes stand as they are, since every attribute is in double quotes."""
    page = _templates().get_template(f"{name}.html.jinja").render(**common, **particular)
    return page.replace("&#39;", "'")


@cache
def _templates() -> Environment:
    found = templates.environment(HERE / "templates")
    found.globals.update(STANDINGS=STANDINGS, MEANING=MEANING, counted=counted)
    return found
