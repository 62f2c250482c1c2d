"""The gate's own test: the same code against itself, and against itself with more work to do.

A trial is a run like that of ``dlw bench run --against``, both stages, in which base and head are
this very tree. In a ``slower`` trial head makes a share more calls of the same work than are
counted: a slowdown that is real.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from harness.bench.history import History
from harness.bench.judging import levels, stages
from harness.bench.judging.family import holm
from harness.bench.judging.paired import judge_pairs
from harness.bench.judging.pairs import log_ratios
from harness.bench.judging.robust import Floats
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.runs import Notice
from harness.bench.measuring.series import Series
from harness.bench.measuring.tasks import Settings, Task
from harness.bench.measuring.trees import here
from harness.bench.records import Record
from harness.bench.simulation import peers
from harness.bench.workloads.workload import Workload
from harness.statistics import Rate

OURS = "dlw"
SLOWDOWNS = (0.1, 0.2)
WHOLE = 10  # a round holds a multiple of so many calls, of which each slowdown is a whole number
SIMULATED = 2000


@dataclass(frozen=True)
class Plan:
    """How many trials of each kind: by how much head is slower, 0 for the same code."""

    trials: dict[float, int]
    workloads: tuple[Workload, ...]
    settings: Settings
    confirming: int


class Trials:
    """The records of an experiment, in a folder for each kind: what is there is not repeated."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, slower: float) -> tuple[Record, ...]:
        return tuple(run.record for run in self._history(slower).contents().sound())

    def add(self, slower: float, record: Record) -> None:
        self._history(slower).add(record)

    def missing(self, plan: Plan) -> list[float]:
        """The trials still to be made, kinds in turns."""
        left = {kind: count - len(self.of(kind)) for kind, count in plan.trials.items()}
        rounds = range(max(0, *left.values()))
        return [kind for number in rounds for kind, count in left.items() if number < count]

    def _history(self, slower: float) -> History:
        return History(self.folder / f"slower-{round(100 * slower):02}-percent")


def trial(plan: Plan, slower: float, notice: Notice) -> Record:
    """One run of both stages; ``KeyboardInterrupt`` where it was interrupted: half a trial is none.

    Raises :class:`RuntimeError` where a core cannot be measured.
    """
    root = here()
    series = [
        Series(each, (Task("base", each.head, root), Task("head", each.head, root, slower)))
        for each in plan.workloads
    ]
    settings = replace(plan.settings, multiple=WHOLE)
    measurement = Measurement(series, settings, "experiment", plan.confirming)
    measurement.measure(notice)
    if measurement.interrupted:
        raise KeyboardInterrupt
    for each in series:
        if each.over:
            raise RuntimeError(f"{each.workload.name}: {each.failure or each.unverified}")
    return measurement.record()


def flagged(record: Record) -> dict[str, list[bool]]:
    """What each rule says of each core of a trial."""
    ours = {each.key: each.flagged for each in judge_pairs(record)}
    others = [peers.flags(core) for core in record.cores]
    return {OURS: [ours[core.key] for core in record.cores]} | {
        rule: [each[rule] for each in others] for rule in peers.RULES
    }


def false_alarms(records: Sequence[Record]) -> dict[str, Rate]:
    """Runs of the same code in which a rule flags any core."""
    found = [flagged(record) for record in records]
    return {rule: Rate(sum(any(each[rule]) for each in found), len(found)) for rule in found[0]}


def power(records: Sequence[Record]) -> dict[str, Rate]:
    """Slowed cores that a rule flags, over all cores of all runs."""
    found = [flagged(record) for record in records]
    return {
        rule: Rate(sum(sum(each[rule]) for each in found), sum(len(each[rule]) for each in found))
        for rule in found[0]
    }


def simulated_power(quiet: Sequence[Record], slower: float, plan: Plan, seed: int = 0) -> float:
    """The share of slowed cores that our rule would flag, by the noise of the trials without one.

    Pairs are drawn with replacement from all A/A pairs of a core, and slowed; the stages are judged
    as those of a run.
    """
    generator = np.random.default_rng(seed)
    noise = [
        np.concatenate(
            [log_ratios(record.cores[place], "head", "base", confirming=False) for record in quiet]
        )
        for place in range(len(quiet[0].cores))
    ]
    settings, confirming = plan.settings, plan.confirming

    def slowed(pairs: int) -> Floats:
        drawn = [generator.choice(each, size=(SIMULATED, pairs)) for each in noise]
        return np.asarray(np.stack(drawn, axis=1) + np.log1p(slower))

    p = stages.screened(slowed(settings.pairs), confirming, settings.sees)
    if confirming:
        suspected = p < levels.SUSPECT
        family = np.where(suspected, suspected.sum(axis=-1, keepdims=True), 1)
        again = stages.confirmed(slowed(confirming), settings.sees, family)
        p = np.where(suspected, again, np.nan)
    return float((holm(p) < levels.PAIRED).mean())
