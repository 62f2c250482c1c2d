"""A run: every core's sides measured pair by pair, in turns, and kept as they come."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from harness.bench.measuring.client import Server, environment_of
from harness.bench.measuring.devices import gpu_possible
from harness.bench.measuring.schedule import turns
from harness.bench.records import Core, Identity, Process, Quality, Side
from harness.bench.workloads.workload import Way, Workload

Device = Literal["cpu", "gpu"]

PAIRS_A_SERVER = 4  # a server's memory layout is one draw: no run should rest on it alone
LIMIT_SECONDS = 600.0
NO_GPU = "no GPU"
INTERRUPTED = "interrupted before it was measured"


@dataclass(frozen=True)
class Settings:
    """How to measure.

    ``pairs`` processes a side, each with up to ``rounds`` rounds of ``least_seconds`` at least, of
    which none begins after ``most_seconds``; no pair of a core begins after it has had ``seconds``.
    A round holds a ``multiple`` of so many calls.
    """

    pairs: int = 12
    rounds: int = 10
    least_seconds: float = 0.05
    most_seconds: float = 1.0
    seconds: float | None = None
    threads: int = 1
    device: Device = "cpu"
    backend: str = "tensorflow"
    limit_seconds: float = LIMIT_SECONDS
    multiple: int = 1


@dataclass(frozen=True)
class Stage:
    """Numbers of pairs, which are their seeds; ``began`` is the run's start by the monotonic clock.

    ``confirming`` marks a second stage, whose pairs are fresh ones of what the first made suspect.
    """

    pairs: range
    began: float
    confirming: bool = False


@dataclass(frozen=True)
class Task:
    """One side of a core: a way of working, and the tree that its code comes from.

    ``extra`` is the share of its calls that are made and not counted (an injected slowdown).
    """

    side: Side
    way: Way
    root: Path
    extra: float = 0.0


@dataclass
class Series:
    """What has been measured of a core so far; whatever ends the run, this is kept."""

    workload: Workload
    tasks: tuple[Task, ...]
    processes: dict[Side, list[Process]] = field(default_factory=dict)
    identity: Identity | None = None
    failure: str = ""
    unverified: str = ""
    used: float = 0.0
    calls: dict[Way, int] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        return bool(self.failure or self.unverified)

    def core(self, settings: Settings) -> Core:
        """The record of it: whole pairs only."""
        sides = {task.side: self._whole(task.side) for task in self.tasks}
        measured = all(sides.values()) and not self.unverified
        lack = self.unverified or ("" if measured or self.failure else INTERRUPTED)
        quality = (
            Quality(name=self.workload.quality, better=self.workload.better)
            if self.workload.better
            else None
        )
        return Core(
            name=self.workload.name,
            work=self.workload.work,
            identity=self.identity or unknown_identity(self.workload, settings),
            samples=self.identity.batch if self.identity and not self.workload.once else None,
            quality=quality,
            sides=sides if measured else {},
            failure=self.failure,
            unverified=lack,
        )

    def _whole(self, side: Side) -> tuple[Process, ...]:
        """The side's processes that have a partner on every other side, stage by stage."""
        found: list[Process] = []
        for confirming in (False, True):
            stage = {
                task.side: [
                    each
                    for each in self.processes.get(task.side, ())
                    if each.confirming == confirming
                ]
                for task in self.tasks
            }
            found += stage[side][: min(map(len, stage.values()))]
        return tuple(found)


Notice = Callable[[Series, int, Side], None]


def measure(
    series: Sequence[Series],
    settings: Settings,
    measuring_root: Path,
    notice: Notice,
    stage: Stage | None = None,
) -> None:
    """Measure pair after pair of every core; each series holds what was measured of it.

    Pair by pair and not core by core: a minute in which the machine is busy with something else
    then costs each core one pair. ``notice`` is told what comes next.
    """
    stage = stage or Stage(range(settings.pairs), time.monotonic())
    with ExitStack() as stack:
        servers = Servers(stack, settings)
        if settings.device == "gpu":
            _require_gpu(series, servers, settings, measuring_root)
        for pair in stage.pairs:
            if (pair - stage.pairs.start) % PAIRS_A_SERVER == 0:
                servers.restart()
            for each in series:
                if each.over or (settings.seconds is not None and each.used >= settings.seconds):
                    continue
                start = time.monotonic()
                _measure_pair(each, pair, servers, settings, measuring_root, stage, notice)
                each.used += time.monotonic() - start


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
            found = server.ask(job | {"rounds": 1})
            if _ended(series, task, found):
                return
            series.calls[task.way] = found["calls"]
            job["calls"] = found["calls"]
        jobs.append(job)
    at = time.monotonic() - stage.began
    if settings.device == "cpu":
        answers = server.ask_in_turns(jobs)
    else:  # a process takes all of a GPU's memory
        answers = [server.ask(job) for job in jobs]
    for task, found in zip(tasks, answers, strict=True):
        if _ended(series, task, found):
            return
        identity = _identity(found["identity"], series.workload, settings)
        if task.side in ("head", "base", "again"):
            if series.identity not in (None, identity):
                series.failure = f"{task.side} does other work: {_difference(series, identity)}"
                return
            series.identity = identity
        series.processes.setdefault(task.side, []).append(
            _process(series.workload, found, at, pair, stage.confirming)
        )


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
        "environment": {},
        "root": str(task.root),
        "measuring_root": str(measuring_root),
    }


def _ended(series: Series, task: Task, found: dict[str, Any]) -> bool:
    """Whether that was the end of this core, and why."""
    if found.get("failure"):
        series.failure = f"{task.side}: {found['failure']}"
    series.unverified = found.get("unverified", "")
    return series.over


def _process(
    workload: Workload, found: dict[str, Any], at: float, pair: int, confirming: bool
) -> Process:
    return Process(
        at=at,
        calibrated=found["calls"] * found["units"],
        rounds=tuple(found["rounds"]),
        rejected=found["rejected"],
        first_step_seconds=found.get("first_step_seconds"),
        peak_memory_bytes=found["peak_memory_bytes"],
        instructions=found.get("instructions"),
        quality=found["quality"] if workload.better else None,
        seed=pair,
        confirming=confirming,
    )


def _identity(told: dict[str, Any], workload: Workload, settings: Settings) -> Identity:
    return Identity(
        device=settings.device,
        backend=_backend(workload, settings),
        threads=settings.threads,
        **told,
    )


def unknown_identity(workload: Workload, settings: Settings) -> Identity:
    """Of a core that nothing could be measured of."""
    return Identity(
        device=settings.device,
        backend=_backend(workload, settings),
        xla=False,
        deterministic=False,
        dtype_policy="",
        batch=None,
        shapes={},
        threads=settings.threads,
    )


def _backend(workload: Workload, settings: Settings) -> str:
    return settings.backend if "keras" in workload.libraries else "python"


def _difference(series: Series, other: Identity) -> str:
    """The fields in which two identities differ."""
    one = series.identity.model_dump() if series.identity else {}
    changed = {name: value for name, value in other.model_dump().items() if one.get(name) != value}
    return ", ".join(f"{name} {value}, not {one.get(name)}" for name, value in changed.items())


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
            "environment": {},
            "root": str(measuring_root),
            "measuring_root": str(measuring_root),
        }
        if not servers.of(each.workload).ask(job).get("gpu"):
            each.unverified = NO_GPU


def tasks_of(
    workload: Workload, sides: Sequence[Side], root: Path, base: Path | None, backend: str
) -> tuple[Task, ...]:
    """The tasks of these sides, as far as the workload has them.

    On another backend than TensorFlow its code is the portable peer, which then has no rival.
    """
    head, rivals = workload.head, (workload.peer, workload.limit)
    if backend != "tensorflow" and workload.portable and workload.peer is not None:
        head, rivals = workload.peer, (None, None)
    found: dict[Side, tuple[Way | None, Path]] = {
        "base": (head, base or root),
        "head": (head, root),
        "again": (head, root),
        "peer": (rivals[0], root),
        "limit": (rivals[1], root),
    }
    return tuple(_present(found, sides))


def _present(found: dict[Side, tuple[Way | None, Path]], sides: Sequence[Side]) -> Iterator[Task]:
    for side in sides:
        way, root = found[side]
        if way is not None:
            yield Task(side, way, root)
