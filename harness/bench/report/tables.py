"""Tables of words that every format prints: a heading, columns, rows."""

from collections.abc import Iterable

from harness.bench.report import wording
from harness.bench.report.document import Words
from harness.bench.report.measured import Measured
from harness.bench.report.past import Past


def of_figures(rows: Iterable[Measured]) -> Words:
    """Speed, first step, memory; against the peer, the limit, and the same code again."""
    return Words(
        "Measured",
        (
            "core",
            "a unit of work",
            "units a second",
            "samples a second",
            "first step",
            "peak memory",
            "times faster than the peer",
            "share of the limit",
            "the same again",
        ),
        [
            (
                row.core.label,
                f"{row.core.work}, {wording.seconds(row.seconds)}",
                wording.rate(row.per_second),
                wording.rate(row.samples_per_second),
                wording.seconds(row.first_step_seconds),
                wording.memory(row.peak_memory_bytes),
                wording.times(row.faster),
                wording.percent(row.share),
                wording.times(row.noise),
            )
            for row in rows
        ],
    )


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
