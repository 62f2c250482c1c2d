"""What a plot on a page is made of, beside the drawing itself."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Row:
    """A line of the table under a plot; ``claim`` is the id of the claim it belongs to, if any."""

    cells: tuple[str, ...]
    claim: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing, what it shows in a sentence, and its numbers as a table for those who read."""

    title: str
    caption: str
    drawing: Markup
    head: tuple[str, ...]
    rows: tuple[Row, ...]
