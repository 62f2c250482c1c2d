"""Errata as one page that stands alone: no scripts, nothing loaded, light and dark."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from harness.errata.entries import Entry
from harness.errata.formats.wording import evidence, headline, kind
from harness.printable import one_line

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Errata</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
article { border-top: 1px solid; padding: .5rem 0; break-inside: avoid; }
dt { font-weight: 600; } dd { margin: 0 0 .3rem 1rem; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>Errata</h1>"""
END = "</main>\n</body>\n</html>"


def render(entries: Sequence[Entry]) -> str:
    return "\n".join([HEAD, f"<p>{_text(headline(entries))}.</p>", *_chapters(entries), END])


def _chapters(entries: Sequence[Entry]) -> Iterator[str]:
    for chapter, of_chapter in groupby(entries, key=lambda entry: entry.chapter):
        yield f"<h2>Chapter {chapter}</h2>"
        for entry in of_chapter:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    name = _text(entry.claim)
    yield f'<article id="{name}">'
    yield f'<h3><a href="#{name}">{name}</a>: {_text(entry.where)}</h3>'
    yield f"<p>{_text(entry.title)}. <strong>{_text(kind(entry))}</strong></p>"
    yield "<dl>"
    yield from _row("The book", f"{_text(entry.says)} ({_code(entry.printed)})")
    yield from _row("Right", _code(entry.right))
    yield from _row("Correction", _text(entry.correction))
    yield from _row(
        "Evidence",
        *(f"{_text(evidence(one))}. Repeat: {_code(one.command)}" for one in entry.evidence),
    )
    yield from _row("Reviewed", f"{_text(entry.reviewed)}: {_text(entry.because)}")
    if entry.stale:
        yield from _row("Stale", _text(entry.stale))
    yield "</dl>"
    yield "</article>"


def _row(term: str, *descriptions: str) -> Iterator[str]:
    """A term with descriptions that are markup already."""
    yield f"<dt>{term}</dt>"
    for description in descriptions:
        yield f"<dd>{description}</dd>"


def _text(text: str) -> str:
    return escape(one_line(text))


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"
