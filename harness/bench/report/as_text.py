"""A report for the terminal: tables, what was left out, and the answer last, where the eye is."""

from harness.bench.report import terminal
from harness.bench.report.document import Document
from harness.printable import one_line


def show(document: Document) -> None:
    shown = []
    for words in document.filled:
        table = terminal.table(*words.head)
        for row in words.rows:
            table.add_row(*map(one_line, row))
        shown.append(table)
    notes = [f"note: {one_line(note)}" for note in document.notes]
    terminal.show(*shown, *notes, one_line(document.answer))
