"""Errata for a spreadsheet: a row an entry, a column for each era's outcome and finding."""

import csv
import io
from collections.abc import Sequence

from harness.errata.entries import Entry
from harness.printable import spreadsheet_cell

COLUMNS = (
    *("claim", "kind", "chapter", "unit", "title", "where", "step", "page", "figure", "says"),
    *("printed", "right", "severity", "certainty", "since", "because", "correction"),
    *("reviewed", "stale"),
)


def render(entries: Sequence[Entry]) -> str:
    eras = list(dict.fromkeys(one.era for entry in entries for one in entry.evidence))
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([*COLUMNS, *(f"{era} {part}" for era in eras for part in ("outcome", "found"))])
    for entry in entries:
        record = entry.as_record()
        by_era = {one.era: (one.outcome, one.found) for one in entry.evidence}
        texts = [str(record[name]) for name in COLUMNS]
        texts += [text for era in eras for text in by_era.get(era, ("", ""))]
        writer.writerow(map(spreadsheet_cell, texts))
    return file.getvalue().rstrip("\n")
