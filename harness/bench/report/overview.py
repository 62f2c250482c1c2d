"""The report on a history: runs, the newest figures of each core, steps, and their plots."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harness.bench.history import Run
from harness.bench.report import tables
from harness.bench.report.document import Document
from harness.bench.report.past import Past

if TYPE_CHECKING:  # drawing needs packages that a terminal does not
    from harness.site.plots import Figure

NOTHING = "No runs yet; `dlw bench run` measures one."


def document(past: Past) -> Document:
    latest = past.latest
    if latest is None:
        return Document("Benchmarks", NOTHING, (), past.as_record())
    steps = tables.of_steps(past)
    return Document(
        title="Benchmarks",
        answer=_answer(past, len(steps.rows)),
        tables=(tables.of_runs(past), tables.of_figures(past.newest), steps),
        record=past.as_record(),
        notes=tuple(_notes(latest, len(past.runs) - len(past.comparable))),
        draw=lambda: _figures(past),
    )


def _figures(past: Past) -> "list[Figure]":
    from harness.bench.report import plots

    return plots.figures(past)


def _answer(past: Past, steps: int) -> str:
    found = f"{steps} step{'s' * (steps != 1)}" if steps else "no step"
    return f"{len(past.runs)} run{'s' * (len(past.runs) != 1)}, {found} in the history"


def _notes(latest: Run, others: int) -> Iterator[str]:
    for core in latest.record.cores:
        if core.failure:
            yield f"{core.label} failed in the last run: {core.failure}"
        if core.unverified:
            yield f"{core.label} unverified in the last run: {core.unverified}"
    if others:
        yield f"of other machines or libraries, without a part in the steps: {others}"
