"""A run: every core's sides measured pair by pair, in turns, and kept as they come."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from harness.bench.judging.stages import EVERY
from harness.bench.measuring.client import Server, environment_of
from harness.bench.measuring.devices import gpu_possible
from harness.bench.measuring.schedule import turns
from harness.bench.measuring.series import Series, identity_of, process_of
from harness.bench.measuring.tasks import Settings, Stage, Task
from harness.bench.records import Side
from harness.bench.workloads.workload import Workload

PAIRS_A_SERVER = EVERY  # a server's memory layout is one draw: no run should rest on it alone
NO_GPU = "no GPU"

Notice = Callable[[Series, int, Side], None]


def _nothing() -> None:
    """Between servers there is nothing to do."""


def measure(
    series: Sequence[Series],
    settings: Settings,
    measuring_root: Path,
    notice: Notice,
    stage: Stage | None = None,
    between: Callable[[], None] = _nothing,
) -> None:
    """Measure pair after pair of every core; each series holds what was measured of it.

    Pair by pair and not core by core: a minute in which the machine is busy with something else
    then costs each core one pair. ``notice`` is told what comes next; ``between`` is called before
    each fresh server.
    """
    stage = stage or Stage(range(settings.pairs), time.monotonic())
    with ExitStack() as stack:
        servers = Servers(stack, settings)
        if settings.device == "gpu":
            _require_gpu(series, servers, settings, measuring_root)
        for pair in stage.pairs:
            if (pair - stage.pairs.start) % PAIRS_A_SERVER == 0:
                servers.restart()
                between()
            for each in series:
                if each.over or each.settled or _out_of_time(each, settings):
                    continue
                start = time.monotonic()
                _measure_pair(each, pair, servers, settings, measuring_root, stage, notice)
                each.used += time.monotonic() - start


def _out_of_time(series: Series, settings: Settings) -> bool:
    return settings.seconds is not None and series.used >= settings.seconds


class Servers:
    """A server for each set of libraries, started when it is first needed."""

    def __init__(self, stack: ExitStack, settings: Settings) -> None:
        self._settings = settings
        self._running: dict[tuple[str, ...], Server] = {}
        stack.callback(self.restart)

    def of(self, workload: Workload) -> Server:
        libraries = workload.libraries
        if self._settings.backend != "tensorflow":
            libraries = (self._settings.backend, "keras")
        if libraries not in self._running:
            settings = self._settings
            about = environment_of(settings.threads, settings.device, settings.backend)
            self._running[libraries] = Server(libraries, about)
        return self._running[libraries]

    def restart(self) -> None:
        """End them all: what is asked next is asked of fresh ones."""
        while self._running:
            self._running.popitem()[1].close()


def _measure_pair(
    series: Series,
    pair: int,
    servers: Servers,
    settings: Settings,
    measuring_root: Path,
    stage: Stage,
    notice: Notice,
) -> None:
    server = servers.of(series.workload)
    tasks, jobs = turns(series.tasks, pair), []
    for task in tasks:
        notice(series, pair, task.side)
        job = _job(series, task, pair, settings, measuring_root)
        if task.way not in series.calls and not series.workload.once:
            answer = server.ask(job | {"rounds": 1})
            if series.ends(task.side, answer):
                return
            series.calls[task.way] = job["calls"] = answer["calls"]
        jobs.append(job)
    at = time.monotonic() - stage.began
    if settings.device == "cpu":
        answers = server.ask_in_turns(jobs)
    else:  # a process takes all of a GPU's memory
        answers = [server.ask(job) for job in jobs]
    for task, answer in zip(tasks, answers, strict=True):
        if series.ends(task.side, answer):
            return
        process = process_of(series.workload, answer, at, pair, stage.confirming)
        series.add(task.side, process, identity_of(series.workload, answer, settings))


def _job(
    series: Series, task: Task, pair: int, settings: Settings, measuring_root: Path
) -> dict[str, Any]:
    return {
        "function": task.way.function,
        "arguments": task.way.arguments,
        "seed": pair,
        "once": series.workload.once,
        "calls": series.calls.get(task.way),
        "rounds": settings.rounds,
        "extra": task.extra,
        "multiple": settings.multiple,
        "least_seconds": settings.least_seconds,
        "most_seconds": settings.most_seconds,
        "limit_seconds": settings.limit_seconds,
        "threads": settings.threads,
        "device": settings.device,
        "root": str(task.root),
        "measuring_root": str(measuring_root),
    }


def _require_gpu(
    series: Sequence[Series], servers: Servers, settings: Settings, measuring_root: Path
) -> None:
    """Mark every core unverified where its library sees no GPU: no CPU figure stands for one."""
    for each in series:
        if "keras" not in each.workload.libraries:
            each.unverified = "it does not run on a GPU"
            continue
        if not gpu_possible():
            each.unverified = NO_GPU
            continue
        job = {
            "probe": "gpu",
            "limit_seconds": settings.limit_seconds,
            "root": str(measuring_root),
            "measuring_root": str(measuring_root),
        }
        if not servers.of(each.workload).ask(job).get("gpu"):
            each.unverified = NO_GPU
