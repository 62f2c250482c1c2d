"""Errata for readers: one module a format, each a function from entries to text."""

from collections.abc import Callable, Sequence

from harness.errata.entries import Entry
from harness.errata.formats import as_csv, as_html, as_json, as_markdown, as_text

FORMATS: dict[str, Callable[[Sequence[Entry]], str]] = {
    "text": as_text.render,
    "markdown": as_markdown.render,
    "json": as_json.render,
    "html": as_html.render,
    "csv": as_csv.render,
}

__all__ = ["FORMATS"]
