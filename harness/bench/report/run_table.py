"""What a run has just measured, for the terminal: a row a core, and what is missing."""

from rich.table import Table

from harness.bench.judging.gate import AT_LEAST
from harness.bench.judging.paired import judge_pairs
from harness.bench.records import Core, Record
from harness.bench.report import terminal
from harness.bench.report.measured import Measured, measured
from harness.bench.report.tables import FIGURES


def blocks(record: Record) -> list[Table | str]:
    """What ``terminal.show`` prints; a column that says nothing of any core is left out."""
    rows = [row for row in measured(record) if row.core.measured]
    columns = {heading: [cell(row) for row in rows] for heading, cell in FIGURES.items()}
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
