"""Errata as Markdown: chapter by chapter, each entry a section a reader can link to."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from harness.errata.entries import Entry
from harness.errata.formats.wording import evidence, headline, kind
from harness.markdown import code, prose


def render(entries: Sequence[Entry]) -> str:
    return "\n".join(_lines(entries))


def _lines(entries: Sequence[Entry]) -> Iterator[str]:
    yield from ("# Errata", "", f"{prose(headline(entries))}.")
    for chapter, of_chapter in groupby(entries, key=lambda entry: entry.chapter):
        yield from ("", f"## Chapter {chapter}")
        for entry in of_chapter:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield from ("", f"### {prose(entry.claim)}", "")
    yield f"{prose(entry.title)}; {prose(entry.where)}. *{prose(kind(entry))}*"
    yield ""
    yield f"- The book: {prose(entry.says)} ({code(entry.printed)})"
    yield f"- Right: {code(entry.right)}"
    yield f"- **Correction:** {prose(entry.correction)}"
    for one in entry.evidence:
        yield f"- {prose(evidence(one))}. Repeat: {code(one.command)}"
    yield f"- Reviewed {entry.reviewed}: {prose(entry.because)}"
    if entry.stale:
        yield f"- **Stale:** {prose(entry.stale)}"
