"""Many submissions: one warm server, several at a time, each handed over as it is finished."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from os import cpu_count
from pathlib import Path

from harness.grading import sandbox
from harness.grading.eras import interpreter
from harness.grading.found_units import segments
from harness.grading.grader import Grader, modules_of, needs_of
from harness.grading.pool import Server
from harness.grading.results import Graded
from harness.grading.rubric import Rubric
from harness.grading.submissions import read_submission
from harness.grading.supplies import supplies


@dataclass(frozen=True)
class Course:
    """What is the same for every submission of a run."""

    rubric: Rubric
    era: str = "today"
    jobs: int = 1
    confined: bool = True


@contextmanager
def grader(paths: list[Path], course: Course) -> Iterator[Grader]:
    """A grader whose server has imported what these submissions import, with their units' data.

    Every submission is read once for that, and again when it is graded: none is kept.
    """
    modules, units = {"numpy"}, set(course.rubric.chosen)
    for path in paths:
        submission = read_submission(path)
        modules |= modules_of(submission)
        for part in submission.parts:
            units |= {segment.unit for segment in segments(part, course.rubric.chosen)}
    if modules & {"tensorflow", "keras"}:
        modules |= {"tensorflow", "keras"} if course.era == "today" else {"tensorflow"}
    if "matplotlib" in modules:
        modules |= {"matplotlib.pyplot", "dlw_worker.figures"}
    found = supplies(needs_of(units))
    threads = max(1, (cpu_count() or 1) // course.jobs)
    setting = sandbox.Setting(
        interpreter(course.era), tuple(sorted(modules)), dict(found.data), threads
    )
    with Server(setting, confined=course.confined) as server:
        yield Grader(server, course.rubric, found, course.era)


def grade_all(paths: list[Path], course: Course) -> Iterator[tuple[Path, Graded]]:
    """Results as they are finished; never more than a few submissions in memory."""
    with grader(paths, course) as one:
        if course.jobs == 1:
            for path in paths:
                yield path, one.grade(read_submission(path))
            return
        waiting = iter(paths)
        with ThreadPoolExecutor(course.jobs) as threads:
            running: dict[Future[Graded], Path] = {}
            try:
                while True:
                    for path in islice(waiting, course.jobs - len(running)):
                        running[threads.submit(_grade, one, path)] = path
                    if not running:
                        return
                    for done in wait(running, return_when=FIRST_COMPLETED).done:
                        yield running.pop(done), done.result()
            finally:
                threads.shutdown(cancel_futures=True)


def _grade(one: Grader, path: Path) -> Graded:
    return one.grade(read_submission(path))
