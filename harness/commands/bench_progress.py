"""What is shown while processes are measured."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from harness.bench.measuring.runs import Notice
from harness.bench.measuring.series import Series
from harness.bench.records import Side


@contextmanager
def followed(processes: int) -> Iterator[Notice]:
    """A bar on the terminal's error output that tells what is measured; nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        bar = progress.add_task("", total=processes)

        def notice(series: Series, pair: int, side: Side) -> None:
            task = progress.tasks[0]
            more = len(series.tasks) if task.finished else 0  # a second stage
            progress.update(
                bar,
                advance=1,
                total=(task.total or 0) + more,
                description=f"{series.workload.name}, {side}",
            )

        yield notice
