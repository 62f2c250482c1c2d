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
    """Hold a run against its base (else the last comparable run), the pin, and its history."""
    earlier = [
        each
        for each in comparable(history, run.record.environment)
        if each.record.when < run.record.when and each.name != run.name
    ]
    pinned, notes = _usable_pin(pinned, run)
    comparisons = [*judge_pairs(run.record, tolerance), *judge_quality(run.record)]
    # A base of the same hour knows better than the last run, which a bad hour deceives.
    based = {each.key for each in comparisons if each.kind == "speed" and each.judged}
    spreads = wanders(levels_of(series(earlier)))
    if earlier:
        against = f"the last run {_named(earlier[-1])}"
        found = judge_runs(run, earlier[-1], spreads, levels.LAST, tolerance, against)
        comparisons += [each for each in found if each.key not in based]
        notes += [f"the last run has {each}" for each in unmatched(run, earlier[-1])]
    if pinned:
        against = f"the pinned run {_named(pinned)}"
        comparisons += judge_runs(run, pinned, spreads, levels.PINNED, tolerance, against)
        notes += [f"the pinned run has {each}" for each in unmatched(run, pinned)]
    since = [each for each in earlier if not pinned or each.record.when >= pinned.record.when]
    labels = {core.key: core.label for core in run.record.cores}
    own = {key: points for key, points in series([*since, run]).items() if key in labels}
    comparisons += judge_steps(own, labels, levels.STEPS, tolerance)
    notes += _alone(run, comparisons) + _unverified(run)
    return Judged(run, tuple(comparisons), at_least, _missing(run), tuple(notes))


def _usable_pin(pinned: Run | None, run: Run) -> tuple[Run | None, list[str]]:
    """The pin, or None with the reason why it is left out."""
    if pinned and differences(pinned.record.environment, run.record.environment):
        return None, [f"the pinned run {pinned.name} was measured elsewhere and is left out"]
    if pinned and pinned.name == run.name:
        return None, ["this is the pinned run itself"]
    return pinned, []


def _named(run: Run) -> str:
    return f"{run.name} ({run.record.commit})"


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
