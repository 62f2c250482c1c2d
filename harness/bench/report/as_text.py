"""A judged run for the terminal: the answer, a row a comparison, what was left out."""

from rich.table import Table

from harness.bench.report import terminal
from harness.bench.report.summary import HEADINGS, Summary


def blocks(summary: Summary) -> list[Table | str]:
    """What ``terminal.show`` prints, the answer last, where the eye is."""
    shown: list[Table | str] = []
    rows = summary.rows()
    if rows:
        table = terminal.table(*HEADINGS)
        for row in rows:
            table.add_row(*row)
        shown.append(table)
    shown += [f"note: {note}" for note in (*summary.judged.missing, *summary.judged.notes)]
    return [*shown, summary.headline]
