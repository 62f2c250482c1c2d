"""Which commit made a core slower: a search over a line of commits, by pairs of processes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.bench.judging.pairs import ratios
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.runs import Notice
from harness.bench.measuring.series import Series
from harness.bench.measuring.tasks import Settings, Task
from harness.bench.measuring.trees import git, tree_of
from harness.bench.workloads.workload import Workload
from harness.errors import UsageError


@dataclass(frozen=True)
class Slowdown:
    """How many times as long one commit takes as another, with its interval."""

    ratio: float
    low: float
    high: float


@dataclass(frozen=True)
class Culprit:
    """The first slow commits: one, or several where those between could not be measured.

    ``slowdown`` is that of the bad commit over the good one.
    """

    commits: tuple[str, ...]
    slowdown: Slowdown


Compare = Callable[[str, str], Slowdown | None]
"""How long the second commit takes over the first; None where one of them cannot be measured."""


def line(repository: Path, good: str, bad: str) -> list[str]:
    """The commits after ``good`` up to ``bad``, the oldest first; :class:`UsageError` if none."""
    found = git(repository, "rev-list", "--reverse", "--ancestry-path", f"{good}..{bad}").split()
    if not found:
        raise UsageError(
            f"{good[:7]} is not before {bad[:7]}", hint="Name the older commit with --good"
        )
    return found


def search(commits: Sequence[str], good: str, compare: Compare) -> Culprit:
    """The first of ``commits``, of which the last is bad, that is as slow as the last.

    A commit counts as slow when its ratio to ``good`` is nearer to the last one's than to 1, on the
    scale of logarithms. :class:`UsageError` where the last is not slower at all.
    """
    whole = compare(good, commits[-1])
    if whole is None:
        raise UsageError(
            "the good or the bad commit cannot be measured",
            hint="`dlw bench run --against` says why; name others with --good and --bad",
        )
    if whole.low <= 1:
        raise UsageError(
            f"{commits[-1][:7]} is not proven slower than {good[:7]}: it takes {whole.ratio:.3f} "
            f"times as long ({whole.low:.3f} to {whole.high:.3f})",
            hint="More --pairs show smaller changes",
        )
    half = math.sqrt(whole.ratio)
    fast, slow = -1, len(commits) - 1
    unmeasured: set[int] = set()
    while candidates := [place for place in range(fast + 1, slow) if place not in unmeasured]:
        middle = candidates[len(candidates) // 2]
        found = compare(good, commits[middle])
        if found is None:
            unmeasured.add(middle)
        elif found.ratio < half:
            fast = middle
        else:
            slow = middle
    return Culprit(tuple(commits[fast + 1 : slow + 1]), whole)


def compared(workload: Workload, repository: Path, settings: Settings, notice: Notice) -> Compare:
    """Compare two commits of ``repository`` by pairs of processes; an interrupt passes through."""

    def compare(old: str, new: str) -> Slowdown | None:
        way = workload.head
        base, head = (tree_of(repository, commit) for commit in (old, new))
        series = Series(workload, (Task("base", way, base), Task("head", way, head)))
        measurement = Measurement([series], settings, "bisect", base_commit=old, root=repository)
        measurement.measure(notice)
        if measurement.interrupted:
            raise KeyboardInterrupt
        record = measurement.record()
        if series.unverified:
            raise UsageError(series.unverified)
        found = ratios(record, "head", "base")
        return Slowdown(found[0].ratio, found[0].low, found[0].high) if found else None

    return compare
