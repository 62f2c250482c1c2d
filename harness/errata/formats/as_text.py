"""The terminal's list of errata."""

from collections.abc import Sequence

from harness.errata.entries import Entry
from harness.errata.formats.wording import evidence, headline, kind
from harness.printable import one_line


def render(entries: Sequence[Entry]) -> str:
    return "\n\n".join([*map(_block, entries), headline(entries)])


def _block(entry: Entry) -> str:
    rows = [
        ("says", entry.says),
        ("printed", entry.printed),
        ("right", entry.right),
        *(("evidence", evidence(one)) for one in entry.evidence),
        ("correction", entry.correction),
        ("reviewed", f"{entry.reviewed}: {entry.because}"),
        ("STALE", entry.stale),
    ]
    lines = [f"{entry.claim}  {entry.where}  [{kind(entry)}]"]
    lines += [f"    {label:<10}  {one_line(text)}" for label, text in rows if text]
    return "\n".join(lines)
