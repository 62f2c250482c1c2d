"""A run from its start to its record, in one stage or two."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from harness.bench.judging.paired import settled, suspects
from harness.bench.judging.stages import looks
from harness.bench.measuring.runs import Notice, measure
from harness.bench.measuring.series import Series
from harness.bench.measuring.surroundings import surroundings
from harness.bench.measuring.tasks import Settings, Stage
from harness.bench.measuring.trees import here
from harness.bench.records import Environment, Record


@dataclass
class Measurement:
    """A run under way: what is known of it at any time makes a record.

    ``confirming`` is how many pairs more a core gets that looks slower than its base, 0 for a run
    of one stage; ``root`` is the tree under test.
    """

    series: Sequence[Series]
    settings: Settings
    command: str
    confirming: int = 0
    base_commit: str | None = None
    root: Path = field(default_factory=here)
    interrupted: bool = False
    when: datetime = field(default_factory=lambda: datetime.now(UTC))
    environment: Environment = field(init=False)

    def __post_init__(self) -> None:
        self.environment = surroundings(self.root, self.settings.device)

    def measure(self, notice: Notice) -> None:
        """Both stages; an interrupt ends them, and is remembered."""
        try:
            self._measure(notice)
        except KeyboardInterrupt:
            self.interrupted = True

    def _measure(self, notice: Notice) -> None:
        began, pairs = time.monotonic(), self.settings.pairs
        self._stage(self.series, Stage(range(pairs), began), notice)
        again = self._suspected() if self.confirming else []
        for each in again:
            each.used, each.settled = 0.0, False
        stage = Stage(range(pairs, pairs + self.confirming), began, confirming=True)
        if again:
            self._stage(again, stage, notice)

    def _stage(self, series: Sequence[Series], stage: Stage, notice: Notice) -> None:
        settle = partial(self._settle, stage.confirming)
        measure(series, self.settings, here(), notice, stage, settle)

    @property
    def _sees(self) -> float | None:
        """What ends a stage early; a single stage does not."""
        return self.settings.sees if self.confirming else None

    @property
    def _looks(self) -> tuple[int, int]:
        """At how many numbers of pairs each stage may end."""
        early = self._sees is not None
        first, second = (looks(n, early=early) for n in (self.settings.pairs, self.confirming))
        return len(first), len(second)

    def _settle(self, confirming: bool) -> None:
        """End the stage under way for the cores that have shown enough."""
        if self._sees is None:
            return
        record = self.record()
        enough = settled(record, self._sees, confirming=confirming)
        for each, core in zip(self.series, record.cores, strict=True):
            each.settled = core.key in enough

    def _suspected(self) -> list[Series]:
        record = self.record()
        keys = set(suspects(record))
        return [
            each
            for each, core in zip(self.series, record.cores, strict=True)
            if core.key in keys and not each.over
        ]

    def record(self) -> Record:
        return Record(
            when=self.when,
            command=self.command,
            environment=self.environment,
            base_commit=self.base_commit,
            interrupted=self.interrupted,
            confirming_pairs=self.confirming,
            looks=self._looks,
            cores=tuple(each.core(self.settings) for each in self.series),
        )
