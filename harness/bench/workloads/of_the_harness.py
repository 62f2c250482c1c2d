"""The harness itself: judging, reading claims, starting, grading."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import harness
from harness import claim_files
from harness.bench.workloads.workload import Unavailable, Work
from harness.claim_files import select
from harness.claims import Claim
from harness.observe import Observed
from harness.units import Stage
from harness.verify import Settings, judge_all, observe_all
from reference.resources import cache_folder


def observed() -> list[tuple[list[Claim], Observed]]:
    """Fast claims of the first two chapters that need no data, with what they speak of.

    Observed once, and then from the cache: what is measured is the judging.
    """
    by_stage: dict[Stage, list[Claim]] = {}
    for claim in select(["1", "2"], ("fast",)):
        if not claim.needs:
            by_stage.setdefault(claim.stage, []).append(claim)
    found = observe_all(list(by_stage), Settings(cache=cache_folder() / "observations"))
    return [(by_stage[stage], seen) for stage, seen in found]


def judging(*, seed: int) -> Work:
    """A unit is a claim judged whose observation is there."""
    together = observed()

    def judge_everything() -> int:
        return sum(len(judge_all(claims, seen)) for claims, seen in together)

    return Work(_repeated(judge_everything), units=judge_everything())


def reading(*, seed: int) -> Work:
    """A unit is a claim read from its file."""

    def read_everything() -> int:
        claim_files.claims.cache_clear()
        claim_files._parse.cache_clear()
        return len(claim_files.claims())

    return Work(_repeated(read_everything), units=read_everything())


def start_up(*arguments: str, seed: int) -> Work:
    """A unit is a run of ``dlw`` with these arguments, in a process of its own."""
    root = str(Path(harness.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": root}

    def start() -> None:
        command = [sys.executable, "-P", "-m", "harness.cli", *arguments]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=60)

    return Work(_repeated(start))


def grading(submissions: int, jobs: int, *, seed: int) -> Work:
    """A unit is a trivial script graded in the sandbox; the server's start is part of a call."""
    from harness.grading import sandbox
    from harness.grading.classroom import Course, grade_all
    from harness.grading.limits import Limits
    from harness.grading.rubric import rubric_for
    from harness.grading.submissions import find_submissions

    reason = sandbox.why_not()
    if reason:
        raise Unavailable(reason, hint="Install Debian's package bubblewrap")
    folder = tempfile.TemporaryDirectory()
    for number in range(submissions):
        source = f"# Exercise 1.02\nX, Y, C = 3, 4, 2\nresult = X**2 * Y + Y + C\nm = {number}\n"
        Path(folder.name, f"{number:04}.py").write_text(source)
    course = Course(rubric_for(("1.02",), Limits()), jobs=jobs)

    def grade() -> None:
        marks = [one.full for one in grade_all(find_submissions([Path(folder.name)]), course)]
        if marks != [True] * submissions:
            raise RuntimeError(f"{marks.count(False)} of {len(marks)} right scripts failed")
        assert folder  # which lives as long as this function

    return Work(_repeated(grade), units=submissions)


def _repeated(once: Callable[[], object]) -> Callable[[int], None]:
    def run(calls: int) -> None:
        for _ in range(calls):
            once()

    return run
