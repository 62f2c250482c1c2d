"""The gate: everything a run can be held against, and one answer.

Slower, or learning worse: exit 1. Not measured: 4. Unproven: 3. Not slower: 0. A gate that compared
nothing has measured nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from harness.bench.history import Run
from harness.bench.judging import levels
from harness.bench.judging.comparable import differences
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.paired import judge_pairs
from harness.bench.judging.quality import judge_quality
from harness.bench.judging.series import comparable, levels_of, series, wanders
from harness.bench.judging.steps import judge_steps
from harness.bench.judging.unpaired import judge_runs, unmatched

Answer = Literal["slower", "not slower", "unproven", "not measured"]
EXIT_CODES: dict[Answer, int] = {"not slower": 0, "slower": 1, "unproven": 3, "not measured": 4}
AT_LEAST = 0.1


@dataclass(frozen=True)
class Judged:
    """One run, judged: every comparison, what could not be compared and why, and the answer.

    ``at_least`` is the slowdown that had to be visible: where none was seen and it could have
    hidden, the answer is ``unproven``.
    """

    run: Run
    comparisons: tuple[Comparison, ...]
    at_least: float
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def regressions(self) -> tuple[Comparison, ...]:
        return tuple(each for each in self.comparisons if each.flagged)

    @property
    def unproven(self) -> tuple[Comparison, ...]:
        """Cores in which ``at_least`` could have hidden from each comparison of their speed."""
        proven = {each.key for each in self._speeds if each.outcome(self.at_least) != "unproven"}
        blind: dict[str, Comparison] = {}
        for each in self._speeds:
            if each.key not in proven:
                best = blind.get(each.key, each)
                blind[each.key] = min(best, each, key=lambda one: (not one.judged, one.smallest))
        return tuple(blind.values())

    @property
    def answer(self) -> Answer:
        if self.regressions:
            return "slower"
        if self.missing or not self._speeds:
            return "not measured"
        return "unproven" if self.unproven else "not slower"

    @property
    def _speeds(self) -> tuple[Comparison, ...]:
        return tuple(each for each in self.comparisons if each.kind == "speed")


def judge(
    run: Run,
    history: Sequence[Run],
    pinned: Run | None,
    at_least: float = AT_LEAST,
    tolerance: float = levels.TOLERANCE,
) -> Judged:
    """Hold a run against its base, the last comparable run before, the pin, and its history."""
    here = run.record.environment
    earlier = [
        each
        for each in comparable(history, here)
        if each.record.when < run.record.when and each.name != run.name
    ]
    notes = []
    if pinned and differences(pinned.record.environment, here):
        notes.append(f"the pinned run {pinned.name} was measured elsewhere and is left out")
        pinned = None
    if pinned and pinned.name == run.name:
        notes.append("this is the pinned run itself")
        pinned = None
    spreads = wanders(levels_of(series(earlier)))
    comparisons = [*judge_pairs(run.record, tolerance), *judge_quality(run.record)]
    for old, level, name in (
        (earlier[-1] if earlier else None, levels.LAST, "the last run"),
        (pinned, levels.PINNED, "the pinned run"),
    ):
        if old:
            against = f"{name} {old.name} ({old.record.commit})"
            comparisons += judge_runs(run, old, spreads, level, tolerance, against)
            notes += [f"{name} has {each}" for each in unmatched(run, old)]
    since = [each for each in earlier if not pinned or each.record.when >= pinned.record.when]
    labels = {core.key: core.label for core in run.record.cores}
    own = {key: points for key, points in series([*since, run]).items() if key in labels}
    comparisons += judge_steps(own, labels, levels.STEPS, tolerance)
    notes += _alone(run, comparisons) + _unverified(run)
    return Judged(run, tuple(comparisons), at_least, _missing(run), tuple(notes))


def _missing(run: Run) -> tuple[str, ...]:
    """What should have been measured and was not."""
    failed = [f"{core.label} failed: {core.failure}" for core in run.record.cores if core.failure]
    return (*failed, *(["the run was interrupted"] if run.record.interrupted else []))


def _alone(run: Run, comparisons: Sequence[Comparison]) -> list[str]:
    held = {each.key for each in comparisons}
    return [
        f"{core.label}: nothing to hold it against"
        for core in run.record.cores
        if core.measured and core.key not in held
    ]


def _unverified(run: Run) -> list[str]:
    return [
        f"{core.label} unverified: {core.unverified}"
        for core in run.record.cores
        if core.unverified
    ]
