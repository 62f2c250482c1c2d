"""A report before it has a format: a title, the answer in a line, tables, notes, plots."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

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
