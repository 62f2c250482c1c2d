"""The history for readers: the course of each core over comparable runs, and its steps."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from harness.bench.history import Run
from harness.bench.judging.series import Point, comparable, series
from harness.bench.judging.steps import log_seconds, stretches
from harness.bench.report.measured import Measured, measured


@dataclass(frozen=True)
class Stretch:
    """Runs of one level, from the one at ``begin`` to before ``end``, and the level in seconds."""

    begin: int
    end: int
    seconds: float


@dataclass(frozen=True)
class Course:
    """One core over the comparable runs that measured it."""

    core: str
    work: str
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]

    @property
    def seconds(self) -> list[float]:
        return [math.exp(float(point.level.mean)) for point in self.points]

    @property
    def steps(self) -> list[tuple[Run, float]]:
        """The first run at each new level, and what its times are multiplied by."""
        return [
            (self.points[new.begin].run, new.seconds / old.seconds)
            for old, new in pairwise(self.stretches)
        ]


@dataclass(frozen=True)
class Past:
    """All runs, and the courses of those that are comparable with the latest."""

    runs: tuple[Run, ...]
    pins: dict[str, str]

    @property
    def latest(self) -> Run | None:
        return self.runs[-1] if self.runs else None

    @property
    def comparable(self) -> list[Run]:
        return comparable(self.runs, self.runs[-1].record.environment) if self.runs else []

    @property
    def courses(self) -> list[Course]:
        """In the order in which the cores were first measured."""
        cores = {core.key: core for run in self.comparable for core in run.record.cores}
        histories = series(self.comparable)
        values = {key: log_seconds(points) for key, points in histories.items()}
        return [
            Course(
                cores[key].label,
                cores[key].work,
                tuple(histories[key]),
                tuple(_stretches(histories[key], begins)),
            )
            for key, begins in stretches(values).items()
        ]

    @property
    def newest(self) -> list[Measured]:
        """The newest figures of each core on this machine."""
        return _newest(self.comparable)

    @property
    def everywhere(self) -> list[Measured]:
        """The newest figures of each core, whatever machine and libraries they are from."""
        return _newest(self.runs)

    def as_record(self) -> dict[str, Any]:
        """JSON data; docs/formats.md documents every field."""
        return {
            "schema": 1,
            "runs": [self.row(run) for run in self.runs],
            "cores": [
                {
                    "core": course.core,
                    "work": course.work,
                    "points": [
                        {"run": point.run.name, "seconds": seconds}
                        for point, seconds in zip(course.points, course.seconds, strict=True)
                    ],
                    "steps": [
                        {
                            "run": run.name,
                            "commit": run.record.environment.commit,
                            "ratio": ratio,
                        }
                        for run, ratio in course.steps
                    ],
                }
                for course in self.courses
            ],
        }

    def row(self, run: Run) -> dict[str, Any]:
        """One run of the list."""
        record = run.record
        return {
            "run": run.name,
            "when": record.when.isoformat(),
            "commit": record.environment.commit,
            "dirty": record.environment.dirty,
            "processor": record.environment.processor,
            "measured": sum(core.measured for core in record.cores),
            "failed": sum(bool(core.failure) for core in record.cores),
            "unverified": sum(bool(core.unverified) for core in record.cores),
            "interrupted": record.interrupted,
            "pins": [name for name, pinned in self.pins.items() if pinned == run.name],
        }


def _newest(runs: Iterable[Run]) -> list[Measured]:
    rows: dict[str, Measured] = {}
    for run in runs:
        rows |= {row.core.key: row for row in measured(run.record) if row.seconds}
    return list(rows.values())


def _stretches(points: Sequence[Point], begins: Sequence[int]) -> Iterator[Stretch]:
    values = log_seconds(points)
    for begin, end in pairwise([*begins, len(points)]):
        yield Stretch(begin, end, math.exp(float(values[begin:end].mean())))
