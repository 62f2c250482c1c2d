"""A report before it has a format: a title, the answer in a line, tables, notes, plots."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from harness.errors import UsageError

if TYPE_CHECKING:  # drawing needs packages that a terminal does not
    from harness.site.plots import Figure


class Words(NamedTuple):
    """A table; ``head`` names its columns, the first of which names its rows."""

    caption: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Document:
    """What every format shows; ``record`` is its JSON, and ``draw`` its plots, for a page only."""

    title: str
    answer: str
    tables: tuple[Words, ...]
    record: dict[str, Any]
    notes: tuple[str, ...] = ()
    draw: Callable[[], "list[Figure]"] = list

    @property
    def filled(self) -> list[Words]:
        """The tables that have rows."""
        return [table for table in self.tables if table.rows]


def publish(document: Document, format_name: str) -> None:
    """Print the document as text, json, markdown or html."""
    if format_name == "json":
        print(json.dumps(document.record, indent=1, allow_nan=False))
    elif format_name == "markdown":
        from harness.bench.report import as_markdown

        print(as_markdown.render(document))
    elif format_name == "html":
        print(_page(document))
    else:
        from harness.bench.report import as_text

        as_text.show(document)


def _page(document: Document) -> str:
    try:
        from harness.bench.report import as_html
    except ModuleNotFoundError as error:
        raise UsageError(
            f"a page needs the package {error.name}", hint="Run `pip install 'dlw[grade]'`"
        ) from None
    return as_html.render(document)
