"""Tables of pandas as notebooks keep them: HTML where there is some, else aligned text."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from harness.drafting.readings import Reading, Unreadable

_FOOT = re.compile(r"\[?\d+ rows \u00d7 \d+ columns\]?|\[\d+ rows x \d+ columns\]")
_SERIES_FOOT = re.compile(r"(Name: .*, |Length: \d+, )*dtype: \w+")
ABRIDGED = ("...", "…", "⋮")


@dataclass(frozen=True)
class Table:
    """Columns by name and the labels of the rows, as printed.

    It is ``whole`` where no row is left out, and ``narrowed`` where a column is.
    """

    columns: dict[str, list[str]]
    labels: list[str]
    whole: bool = True
    narrowed: bool = False

    @property
    def numbered(self) -> bool:
        """Whether the rows bear no names of their own."""
        return self.labels == [str(number) for number in range(len(self.labels))]


def html_table(text: str) -> Table:
    """The one table of ``text``, as ``DataFrame`` writes it."""
    parser = _Rows()
    parser.feed(text)
    if parser.tables != 1:
        raise Unreadable("several tables in one output")
    if parser.spans:
        raise Unreadable("a table whose header spans rows or columns")
    head = [row for row in parser.rows if all(tag == "th" for tag, _ in row)]
    body = [row for row in parser.rows if any(tag == "td" for tag, _ in row)]
    if not head or not body:
        raise Unreadable("a table without a header or rows")
    if any([tag for tag, _ in row].count("th") != 1 for row in body):
        raise Unreadable("a table whose rows have several labels")
    names = [name for _, name in head[0][1:]]
    return _table(names, [[cell for _, cell in row] for row in body])


def text_table(text: str) -> Table:
    """A printed ``DataFrame``: a header, then rows that begin with a label."""
    lines = [line for line in text.rstrip().splitlines() if line.strip()]
    lines = [line for line in lines if not _FOOT.fullmatch(line.strip())]
    if len(lines) < 2 or not lines[0].startswith(" "):
        raise Unreadable("no table")
    for separator in (r"\s+", r"\s{2,}"):
        names = re.split(separator, lines[0].strip())
        rows = [re.split(separator, line.strip()) for line in lines[1:]]
        if all(len(row) == len(names) + 1 for row in rows):
            return _table(names, rows)
    raise Unreadable("a table whose columns cannot be told apart")


def series(text: str) -> Table:
    """A printed ``Series``: labels, values, and a last line with its type."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if len(lines) < 2 or not _SERIES_FOOT.fullmatch(lines[-1].strip()):
        raise Unreadable("no series")
    rows = [line.rsplit(None, 1) for line in lines[:-1]]
    rows = rows[1:] if len(rows[0]) == 1 else rows  # the name of the labels
    if not rows or any(len(row) != 2 for row in rows):
        raise Unreadable("a table whose rows have several labels")
    return _table([""], [[label.strip(), value] for label, value in rows])


def column(cells: list[str]) -> Reading:
    """A column as a list; one that is not all numbers or truth values holds texts."""
    if any(cell in ("NaN", "NaT", "None", "<NA>") for cell in cells):
        raise Unreadable("missing values")
    numbers = all(re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", cell) for cell in cells)
    if numbers or all(cell in ("True", "False") for cell in cells):
        return Reading(list(cells))
    return Reading([repr(cell) for cell in cells])


def _table(names: list[str], rows: list[list[str]]) -> Table:
    whole = True
    for number, row in enumerate(rows):
        if row[0] in ABRIDGED or all(cell in ABRIDGED for cell in row[1:]):
            rows, whole = rows[:number], False
            break
    if not rows:
        raise Unreadable("abridged")
    if any(len(row) != len(names) + 1 for row in rows) or len(set(names)) != len(names):
        raise Unreadable("a table whose columns cannot be told apart")
    columns = {
        name: [row[position] for row in rows]
        for position, name in enumerate(names, 1)
        if name not in ABRIDGED
    }
    narrowed = len(columns) < len(names)
    return Table(columns, [row[0] for row in rows], whole, narrowed)


class _Rows(HTMLParser):
    """Rows of cells, each with its tag and text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self.tables = 0
        self.spans = False
        self._tag = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables += 1
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._tag, self._text = tag, ""
            spans = [value for name, value in attrs if name in ("colspan", "rowspan")]
            self.spans |= any(value not in (None, "1") for value in spans)

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._tag and self.rows:
            self.rows[-1].append((tag, self._text.strip()))
            self._tag = ""
