"""The running grading: a table on a terminal, plain lines anywhere else."""

import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from harness.grading.outputs.wording import headline, number, outcomes, percent
from harness.grading.results import Graded
from harness.printable import one_line

ROWS = 20
_BAR = 10


class Board:
    """Shows each submission as it finishes; ``total`` counts those still to grade.

    Draws in the caller's thread only: a process that starts others must have no thread that
    holds a lock of the terminal.
    """

    def __init__(
        self,
        total: int,
        console: Console | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._console = console or Console()
        self._clock = clock
        self._total, self._done = total, 0
        self._latest: deque[Graded] = deque(maxlen=ROWS)
        self._live = (
            Live(console=self._console, auto_refresh=False) if self._console.is_terminal else None
        )
        self._start = clock()

    def __enter__(self) -> Self:
        self._start = self._clock()
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._live.stop()

    def finished(self, graded: Graded) -> None:
        self._done += 1
        if self._live:
            self._latest.append(graded)
            self._live.update(Group(self._table(), Text(self.progress)), refresh=True)
            return
        line = f"[{self._done}/{self._total}] {plain_line(graded)}"
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    @property
    def progress(self) -> str:
        """Done of total, how many a minute, and the time left at that rate."""
        seconds = self._clock() - self._start
        text = f"{self._done}/{self._total} graded"
        if not self._done or seconds <= 0:
            return text
        left = (self._total - self._done) * seconds / self._done
        return f"{text}, {number(60 * self._done / seconds)} a minute, {_duration(left)} left"

    def _table(self) -> Table:
        table = Table("submission", "program", "mark", "points", "", "seconds")
        for graded in self._latest:
            flag = Text("suspicious", "bold yellow") if _suspicious(graded) else Text("")
            table.add_row(
                Text(one_line(graded.name), overflow="ellipsis", no_wrap=True),
                Text(one_line(graded.status)),
                Text(bar(percent(graded))),
                Text(f"{number(graded.earned)}/{number(graded.points)}", justify="right"),
                flag,
                Text(f"{graded.seconds:.1f}", justify="right"),
            )
        return table


def plain_line(graded: Graded) -> str:
    """One submission on one line."""
    flag = ", suspicious" if _suspicious(graded) else ""
    name, status = one_line(graded.name), one_line(graded.status)
    return f"{name}: {status}, {headline(graded)}{flag}, {graded.seconds:.1f} s"


def bar(share: float | None) -> str:
    """A mark of a hundred, drawn: ``███████░░░ 70 %``."""
    if share is None:
        return "-"
    full = min(max(int(share * _BAR / 100), 0), _BAR)
    return f"{'█' * full}{'░' * (_BAR - full)} {share:.0f} %"


def _suspicious(graded: Graded) -> bool:
    return outcomes(graded)["suspicious"] > 0


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
