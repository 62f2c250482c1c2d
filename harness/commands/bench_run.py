"""``dlw bench run``: measure cores, keep the record, show it."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.bench.history import History
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.series import Series
from harness.bench.measuring.surroundings import available_threads
from harness.bench.measuring.tasks import Device, Settings, tasks_of
from harness.bench.measuring.trees import commit_of, here, tree_of
from harness.bench.records import Record, Side, as_text
from harness.bench.report import terminal
from harness.bench.report.run_table import blocks
from harness.bench.workloads import WORKLOADS, Workload, chosen
from harness.commands.bench_progress import followed
from harness.errors import UsageError
from harness.files import write_atomically
from reference import datasets

FAILED, NOTHING = 1, 2


@dataclass(frozen=True)
class Request:
    """What the command was asked for; ``against`` names a commit, "" none."""

    words: tuple[str, ...] = ()
    against: str = ""
    twice: bool = False
    peer: bool = False
    limit: bool = False
    pairs: int = 12
    confirming: int = 18
    sees: float | None = 0.1
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
            sees=self.sees,
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
    terminal.show(*blocks(record), kept)
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
        for workload in chosen(request.words, WORKLOADS)
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


def _exit_code(record: Record) -> int:
    if any(core.failure for core in record.cores):
        return FAILED
    if record.interrupted or not any(core.measured for core in record.cores):
        return NOTHING
    return 0
