"""``dlw bench bisect``: name the commit that made a core slower."""

from collections.abc import Callable
from pathlib import Path

from harness.bench.measuring.bisection import Compare, Slowdown, compared, line, search
from harness.bench.measuring.tasks import Settings
from harness.bench.measuring.trees import commit_of, git
from harness.bench.workloads import WORKLOADS
from harness.commands.bench_progress import followed
from harness.errors import UsageError, suggestion


def run(core: str, repository: Path, good: str, bad: str, settings: Settings) -> None:
    """Print each comparison as it is made, then the commit."""
    if core not in WORKLOADS:
        raise UsageError(f"unknown core {core!r}", hint=suggestion(core, WORKLOADS))
    if settings.pairs < 2:
        raise UsageError(
            f"{settings.pairs} pairs have no spread", hint="Ask for 2 at least; 12 are usual"
        )
    first, last = commit_of(repository, good), commit_of(repository, bad)
    commits = line(repository, first, last)
    print(f"{len(commits)} commits after {first[:7]}; {core}, {settings.pairs} pairs a commit")
    with followed(0) as notice:
        compare = told(compared(WORKLOADS[core], repository, settings, notice), print)
        culprit = search(commits, first, compare)
    found = culprit.slowdown
    print(
        f"{core} takes {found.ratio:.3f} times as long ({found.low:.3f} to {found.high:.3f}) since "
        + ("one of" if len(culprit.commits) > 1 else "")
    )
    for commit in culprit.commits:
        print(git(repository, "show", "--no-patch", "--format=  %h %an, %as: %s", commit))


def told(compare: Compare, tell: Callable[[str], None]) -> Compare:
    """``compare``, telling of each comparison."""

    def telling(old: str, new: str) -> Slowdown | None:
        found = compare(old, new)
        if found is None:
            tell(f"  {new[:7]} cannot be measured")
        else:
            tell(
                f"  {new[:7]} takes {found.ratio:.3f} times as long as {old[:7]} "
                f"({found.low:.3f} to {found.high:.3f})"
            )
        return found

    return telling
