"""``dlw bench run``: measure cores, keep the record, show it."""

import math
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from harness.bench.history import History
from harness.bench.judging.pairs import Ratio, ratios
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.runs import Device, Notice, Series, Settings, tasks_of
from harness.bench.measuring.surroundings import available_threads
from harness.bench.measuring.trees import commit_of, here, tree_of
from harness.bench.records import Core, Record, Side, as_text
from harness.bench.report import terminal
from harness.bench.workloads import Workload, chosen
from harness.errors import UsageError
from harness.files import write_atomically
from reference import datasets

FAILED, NOTHING = 1, 2
OTHERS: tuple[Side, ...] = ("base", "again", "peer", "limit")  # their time over head's


@dataclass(frozen=True)
class Request:
    """What the command was asked for; ``against`` names a commit, "" none."""

    words: tuple[str, ...] = ()
    against: str = ""
    twice: bool = False
    peer: bool = False
    limit: bool = False
    pairs: int = 12
    confirming: int = 12
    rounds: int = 10
    seconds: float | None = None
    threads: int | None = None
    device: Device = "cpu"
    backend: str = "tensorflow"
    history: Path | None = None
    out: Path | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        asked: dict[Side, bool] = {
            "base": bool(self.against),
            "head": True,
            "again": self.twice,
            "peer": self.peer,
            "limit": self.limit,
        }
        return tuple(side for side, wanted in asked.items() if wanted)

    @property
    def settings(self) -> Settings:
        return Settings(
            pairs=self.pairs,
            rounds=self.rounds,
            seconds=self.seconds,
            threads=self.threads or available_threads(),
            device=self.device,
            backend=self.backend,
        )


def run(request: Request) -> int:
    """Measure, keep and show; 1 where a core failed, 2 where nothing was measured."""
    _require_work(request)
    measurement = _planned(request)
    with followed(_processes(measurement.series, request.pairs)) as notice:
        measurement.measure(notice)
    record = measurement.record()
    kept = _keep(record, request)
    show(record)
    print(kept)
    return _exit_code(record)


def _require_work(request: Request) -> None:
    if request.pairs < 1 or request.rounds < 1:
        raise UsageError(
            f"{request.pairs} pairs of {request.rounds} rounds measure nothing",
            hint="Ask for one of each at least; 12 pairs show a slowdown of 10 %",
        )
    if request.against and request.twice:
        raise UsageError(
            "--against and --twice answer different questions",
            hint="Measure the machine's own noise first, in a run of its own",
        )


def _planned(request: Request) -> Measurement:
    root, settings = here(), request.settings
    commit = commit_of(root, request.against) if request.against else None
    base = tree_of(root, commit) if commit else None
    series = [
        Series(
            workload,
            tasks_of(workload, request.sides, root, base, request.backend),
            unverified=_lack(workload, request),
        )
        for workload in chosen(request.words)
    ]
    command = shlex.join(["dlw", *sys.argv[1:]])
    confirming = request.confirming if commit else 0
    return Measurement(series, settings, command, confirming, commit)


def _lack(workload: Workload, request: Request) -> str:
    """Why it cannot be measured here, "" where nothing is missing; data are fetched if need be."""
    if request.backend != "tensorflow" and not workload.portable:
        return f"it is written for TensorFlow, not for {request.backend}. Run it without --backend"
    try:
        for need in workload.needs:
            datasets.locate(need)
    except datasets.DatasetUnavailable as lack:
        return f"{lack.message}. {lack.hint}"
    return ""


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
            more = series.tasks if task.finished else ()  # a second stage
            progress.update(
                bar,
                advance=1,
                total=(task.total or 0) + len(more),
                description=f"{series.workload.name}, {side}",
            )

        yield notice


def _processes(series: Sequence[Series], pairs: int) -> int:
    return pairs * sum(len(each.tasks) for each in series if not each.over)


def _keep(record: Record, request: Request) -> str:
    """Where the record went, for people."""
    if request.out:
        write_atomically(request.out, as_text(record))
        return f"Kept in {request.out}"
    if request.history is None or not any(core.measured for core in record.cores):
        return "Nothing was measured, nothing is kept"
    return f"Kept as {History(request.history).add(record).name} in {request.history}"


def show(record: Record) -> None:
    """A row a measured core, with ratios of its sides; then what was not measured and why."""
    table = terminal.table("core", "of work", "first step", "against", "ratio (interval)")
    found = {side: {each.key: each for each in ratios(record, side)} for side in OTHERS}
    for core in (core for core in record.cores if core.measured):
        head = core.sides["head"]
        firsts = [each.first_step_seconds or math.nan for each in head]
        table.add_row(
            core.label,
            f"{1e3 * np.median([np.median(each.rounds) for each in head]):.4g} ms a {core.work}",
            f"{np.median(firsts):.3g} s",
            *("\n".join(column) for column in zip(*_against(core, found), strict=True)),
        )
    lacks = [
        f"{core.label}: {f'FAILED, {core.failure}' if core.failure else _unverified(core)}"
        for core in record.cores
        if not core.measured
    ]
    terminal.show(*([table] if table.row_count else []), *lacks)
    if record.interrupted:
        terminal.show("Interrupted: whole pairs that were measured before are kept")


def _against(core: Core, found: dict[Side, dict[str, Ratio]]) -> list[tuple[str, str]]:
    shown: list[tuple[str, str]] = []
    for side, by_core in found.items():
        if core.key in by_core:
            ratio = by_core[core.key]
            shown.append((side, f"{ratio.ratio:.3f} ({ratio.low:.3f} to {ratio.high:.3f})"))
    return shown or [("", "")]


def _unverified(core: Core) -> str:
    return f"unverified: {core.unverified}"


def _exit_code(record: Record) -> int:
    if any(core.failure for core in record.cores):
        return FAILED
    if record.interrupted or not any(core.measured for core in record.cores):
        return NOTHING
    return 0
