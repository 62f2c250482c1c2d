"""``dlw bench compare`` and ``dlw gate --performance``: runs held against others."""

from dataclasses import dataclass
from pathlib import Path

from harness.bench.history import History, Run
from harness.bench.judging import levels
from harness.bench.judging.comparable import differences
from harness.bench.judging.gate import EXIT_CODES, Judged, judge
from harness.bench.judging.paired import judge_pairs
from harness.bench.judging.quality import judge_quality
from harness.bench.judging.series import comparable, levels_of, series, wanders
from harness.bench.judging.unpaired import judge_runs, unmatched
from harness.bench.report.publish import publish
from harness.bench.report.summary import Summary
from harness.errors import UsageError

DEFAULT_PIN = "baseline"


@dataclass(frozen=True)
class Limits:
    """What counts: slowdowns above ``tolerance``; ``at_least`` is what must not hide."""

    tolerance: float
    at_least: float


def compare(
    folder: Path, old: str, new: str | None, limits: Limits, format_name: str, *, anyway: bool
) -> None:
    """Print base against head of one run, or one run against another."""
    history = History(folder)
    first = history.find(old)
    judged = (
        _within(first, limits)
        if new is None
        else _between(history, first, history.find(new), limits, anyway=anyway)
    )
    publish(Summary(judged).document(), format_name)


def gate(
    folder: Path,
    record: Path | None,
    against: str | None,
    limits: Limits,
    format_name: str,
) -> int:
    """Judge the record, or the last run of the history, and return the exit code."""
    history = History(folder)
    runs = history.contents().sound()
    if record is None and not runs:
        print("Not measured: there is no run; `dlw bench run` measures one")
        return EXIT_CODES["not measured"]
    run = history.find(str(record)) if record else runs[-1]
    pinned = _pinned(history, against)
    if against and pinned:
        _require_same_environment(pinned, run)
    judged = judge(run, runs, pinned, limits.at_least, limits.tolerance)
    publish(Summary(judged).document(), format_name)
    return EXIT_CODES[judged.answer]


def _pinned(history: History, against: str | None) -> Run | None:
    if against is None and DEFAULT_PIN not in history.pins():
        return None
    return history.find(against or DEFAULT_PIN)


def _within(run: Run, limits: Limits) -> Judged:
    comparisons = (*judge_pairs(run.record, limits.tolerance), *judge_quality(run.record))
    if not comparisons:
        raise UsageError(
            "the run has no base to compare with",
            where=run.name,
            hint="Name a second run, or measure with `dlw bench run --against COMMIT`",
        )
    return Judged(run, comparisons, limits.at_least)


def _between(history: History, old: Run, new: Run, limits: Limits, *, anyway: bool) -> Judged:
    notes = [*_environment_notes(old, new, anyway=anyway), *unmatched(new, old)]
    runs = [run for run in history.contents().runs if run.name != new.name]
    spreads = wanders(levels_of(series(comparable(runs, new.record.environment))))
    found = judge_runs(new, old, spreads, levels.LAST, limits.tolerance)
    if not found:
        raise UsageError(
            f"no core of the same identity is in both {old.name} and {new.name}",
            hint="Measure the same cores on the same device, batch and number of threads",
        )
    return Judged(new, found, limits.at_least, notes=tuple(notes))


def _environment_notes(old: Run, new: Run, *, anyway: bool) -> list[str]:
    if not anyway:
        _require_same_environment(old, new)
    unlike = differences(old.record.environment, new.record.environment)
    return [f"WARNING: compared although {each}" for each in unlike]


def _require_same_environment(old: Run, new: Run) -> None:
    unlike = differences(old.record.environment, new.record.environment)
    if unlike:
        raise UsageError(
            f"{old.name} and {new.name} were measured in different places ({'; '.join(unlike)})",
            hint="Measure both here; `dlw bench compare --anyway` compares them all the same",
        )
