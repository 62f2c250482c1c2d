"""Markdown, for a pull request."""

from collections.abc import Iterable

from harness.bench.report.summary import HEADINGS, Summary
from harness.printable import one_line


def render(summary: Summary) -> str:
    left_out = [f"- {_cell(note)}" for note in (*summary.judged.missing, *summary.judged.notes)]
    blocks = [
        f"**{_cell(summary.headline)}**",
        table(HEADINGS, summary.rows()),
        "\n".join(left_out),
    ]
    return "\n\n".join(block for block in blocks if block)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; empty where there are no rows."""
    headings, rows = tuple(headings), [tuple(row) for row in rows]
    if not rows:
        return ""
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|").replace("<", "&lt;")
