"""Tables of words that every format prints: a heading, columns, rows."""

from collections.abc import Callable, Sequence

from harness.bench.report import wording
from harness.bench.report.document import Words
from harness.bench.report.measured import Measured
from harness.bench.report.past import Past

FIGURES: dict[str, Callable[[Measured], str]] = {
    "core": lambda row: row.core.label,
    "time": lambda row: f"{wording.seconds(row.seconds)} a {row.core.work}",
    "first step": lambda row: wording.seconds(row.first_step_seconds),
    "samples a second": lambda row: wording.rate(row.samples_per_second),
    "peak": lambda row: wording.memory(row.peak_memory_bytes),
    "reached": lambda row: wording.reached(row.core),
    "times faster than the listing": lambda row: wording.times(row.faster),
    "of the limit": lambda row: wording.percent(row.share),
    "second time over first": lambda row: wording.times(row.noise),
}


def of_figures(rows: Sequence[Measured]) -> Words:
    """What was measured of each core; a column that says nothing of any is left out."""
    columns = {heading: [cell(row) for row in rows] for heading, cell in FIGURES.items()}
    shown = {heading: cells for heading, cells in columns.items() if any(cells)}
    return Words("Measured", tuple(shown), list(zip(*shown.values(), strict=True)))


def of_runs(past: Past) -> Words:
    rows = []
    for run in past.runs:
        row = past.row(run)
        rows.append(
            (
                run.name,
                run.record.commit,
                f"{row['measured']}{' (interrupted)' if row['interrupted'] else ''}",
                str(row["failed"]),
                str(row["unverified"]),
                row["processor"],
                ", ".join(row["pins"]),
            )
        )
    head = ("run", "commit", "measured", "failed", "unverified", "processor", "pins")
    return Words("Runs", head, rows)


def of_steps(past: Past) -> Words:
    """Each change of level of each core, with the commit at which it begins."""
    rows = [
        (course.core, f"{ratio:.3f}", run.record.commit, run.name)
        for course in past.courses
        for run, ratio in course.steps
    ]
    return Words("Steps", ("core", "times as long", "since", "run"), rows)
