"""A report as Markdown, for a pull request: the answer first."""

from harness.bench.report.document import Document, Words
from harness.printable import one_line


def render(document: Document) -> str:
    notes = "\n".join(f"- {_cell(note)}" for note in document.notes)
    blocks = [f"**{_cell(document.answer)}**", *map(_table, document.filled), notes]
    return "\n\n".join(block for block in blocks if block)


def _table(words: Words) -> str:
    lines = [words.head, ("---",) * len(words.head), *words.rows]
    rows = ("| " + " | ".join(map(_cell, line)) + " |" for line in lines)
    return f"## {words.caption}\n\n" + "\n".join(rows)


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|").replace("<", "&lt;")
