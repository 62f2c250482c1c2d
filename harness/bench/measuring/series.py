"""What has been measured of a core so far, and the record of it."""

from dataclasses import dataclass, field
from typing import Any

from harness.bench.measuring.tasks import Settings, Task
from harness.bench.records import Core, Identity, Process, Quality, Side
from harness.bench.workloads.workload import Way, Workload

INTERRUPTED = "interrupted before it was measured"


@dataclass
class Series:
    """What has been measured of a core so far; whatever ends the run, this is kept.

    It is ``settled`` where the stage under way needs no more pairs of it.
    """

    workload: Workload
    tasks: tuple[Task, ...]
    processes: dict[Side, list[Process]] = field(default_factory=dict)
    identity: Identity | None = None
    failure: str = ""
    unverified: str = ""
    used: float = 0.0
    settled: bool = False
    calls: dict[Way, int] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        return bool(self.failure or self.unverified)

    def ends(self, side: Side, answer: dict[str, Any]) -> bool:
        """Whether a process's answer is the end of this core, and why."""
        if answer.get("failure"):
            self.failure = f"{side}: {answer['failure']}"
        self.unverified = answer.get("unverified", "")
        return self.over

    def add(self, side: Side, process: Process, identity: Identity) -> None:
        """Keep a process; one that did other work than those before is the end of this core."""
        if side in ("head", "base", "again"):
            if self.identity not in (None, identity):
                self.failure = f"{side} does other work: {self._difference(identity)}"
                return
            self.identity = identity
        self.processes.setdefault(side, []).append(process)

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
            identity=self.identity or _unknown_identity(self.workload, settings),
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

    def _difference(self, other: Identity) -> str:
        """The fields in which two identities differ."""
        one = self.identity.model_dump() if self.identity else {}
        return ", ".join(
            f"{name} {value}, not {one.get(name)}"
            for name, value in other.model_dump().items()
            if one.get(name) != value
        )


def process_of(
    workload: Workload, answer: dict[str, Any], at: float, pair: int, confirming: bool
) -> Process:
    """What a process answered, as it is kept."""
    return Process(
        at=at,
        calibrated=answer["calls"] * answer["units"],
        rounds=tuple(answer["rounds"]),
        rejected=answer["rejected"],
        first_step_seconds=answer.get("first_step_seconds"),
        peak_memory_bytes=answer["peak_memory_bytes"],
        instructions=answer.get("instructions"),
        quality=answer["quality"] if workload.better else None,
        seed=pair,
        confirming=confirming,
    )


def identity_of(workload: Workload, answer: dict[str, Any], settings: Settings) -> Identity:
    """What work a process did, by its own answer."""
    return Identity(
        device=settings.device,
        backend=_backend(workload, settings),
        threads=settings.threads,
        **answer["identity"],
    )


def _unknown_identity(workload: Workload, settings: Settings) -> Identity:
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
