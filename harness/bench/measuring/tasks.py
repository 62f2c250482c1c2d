"""What a run has to do: how to measure, in which pairs, which sides of a core."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from harness.bench.records import Side
from harness.bench.workloads.workload import Way, Workload

Device = Literal["cpu", "gpu"]

LIMIT_SECONDS = 600.0


@dataclass(frozen=True)
class Settings:
    """How to measure.

    ``pairs`` processes a side, each with up to ``rounds`` rounds of ``least_seconds`` at least, of
    which none begins after ``most_seconds``; no pair of a core begins after it has had ``seconds``.
    A round holds a ``multiple`` of so many calls. Of two stages each ends for a core once it would
    show a slowdown of ``sees``; None: after all pairs.
    """

    pairs: int = 12
    rounds: int = 10
    least_seconds: float = 0.05
    most_seconds: float = 1.0
    seconds: float | None = None
    sees: float | None = None
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
