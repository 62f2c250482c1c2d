"""What a run has just measured, for the terminal: a row a core, and what is missing."""

from collections.abc import Callable

from rich.table import Table

from harness.bench.judging.gate import AT_LEAST
from harness.bench.judging.paired import judge_pairs
from harness.bench.records import Core, Record
from harness.bench.report import terminal, wording
from harness.bench.report.measured import Measured, measured

COLUMNS: dict[str, Callable[[Measured], str]] = {
    "core": lambda row: row.core.label,
    "time": lambda row: f"{wording.seconds(row.seconds)} a {row.core.work}",
    "first step": lambda row: wording.seconds(row.first_step_seconds),
    "samples a second": lambda row: wording.rate(row.samples_per_second),
    "peak": lambda row: wording.memory(row.peak_memory_bytes),
    "times faster than the listing": lambda row: wording.times(row.faster),
    "of the limit": lambda row: wording.percent(row.share),
    "second time over first": lambda row: wording.times(row.noise),
}


def blocks(record: Record) -> list[Table | str]:
    """What ``terminal.show`` prints; a column that says nothing of any core is left out."""
    rows = [row for row in measured(record) if row.core.measured]
    columns = {heading: [cell(row) for row in rows] for heading, cell in COLUMNS.items()}
    columns |= _against_base(record, rows)
    shown = {heading: cells for heading, cells in columns.items() if any(cells)}
    table = terminal.table(*shown)
    for cells in zip(*shown.values(), strict=True):
        table.add_row(*cells)
    lacks = [f"{core.label}: {_lack(core)}" for core in record.cores if not core.measured]
    ended = ["Interrupted: whole pairs that were measured before are kept"]
    return [*([table] if rows else []), *lacks, *(ended if record.interrupted else [])]


def _against_base(record: Record, rows: list[Measured]) -> dict[str, list[str]]:
    by_core = {each.key: each for each in judge_pairs(record)}
    found = [by_core.get(row.core.key) for row in rows]
    return {
        "head over base": [each.change if each else "" for each in found],
        "verdict": [each.outcome(AT_LEAST) if each else "" for each in found],
        "would have seen": [each.seen if each else "" for each in found],
    }


def _lack(core: Core) -> str:
    return f"FAILED, {core.failure}" if core.failure else f"unverified: {core.unverified}"
