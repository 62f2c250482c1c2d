"""Tables of the terminal."""

import sys

from rich import box
from rich.console import Console
from rich.table import Table

_FILE_WIDTH = 160  # where the output is no terminal, so that a log is not folded at 80


def table(*headings: str) -> Table:
    """A plain table whose first column is never cut."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, heading in enumerate(headings):
        made.add_column(heading, no_wrap=place == 0)
    return made


def show(*blocks: Table | str) -> None:
    """Print tables and lines, as they are: brackets are no markup."""
    console = Console(
        width=None if sys.stdout.isatty() else _FILE_WIDTH, markup=False, highlight=False
    )
    for block in blocks:
        console.print(block)
