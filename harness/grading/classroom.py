"""Many submissions: a warm server, several at a time, each handed over as it is finished."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from harness.book import current, once_a_book, use
from harness.grading import sandbox
from harness.grading.eras import interpreter
from harness.grading.found_units import segments
from harness.grading.grader import Grader, modules_of, needs_of
from harness.grading.pool import Server
from harness.grading.results import Graded
from harness.grading.rubric import Rubric
from harness.grading.submissions import Submission, read_submission
from harness.grading.supplies import supplies
from harness.processes import cluster_executor
from reference.resources import BOOK_VARIABLE


@dataclass(frozen=True)
class Course:
    """What is the same for every submission of a run."""

    rubric: Rubric
    era: str = "today"
    jobs: int = 1
    confined: bool = True
    cluster: str = ""

    @property
    def basis(self) -> str:
        """Digest of all that marks depend on beside the submission."""
        parts = [self.rubric.model_dump_json(), self.era, str(self.confined)]
        return hashlib.sha256(" ".join([*parts, _rules()]).encode()).hexdigest()


@dataclass(frozen=True)
class Preparation:
    """What a server has ready for a course: imported modules, units whose data it is given."""

    course: Course
    modules: tuple[str, ...]
    units: tuple[str, ...]
    book: str = field(default_factory=lambda: os.environ.get(BOOK_VARIABLE, ""))


def prepare(submissions: Mapping[str, Path], course: Course) -> Preparation:
    """Look through the submissions for what they import and which units they hold; none is kept."""
    modules, units = {"numpy"}, set(course.rubric.chosen)
    for path in submissions.values():
        submission = read_submission(path)
        modules |= modules_of(submission)
        for part in submission.parts:
            units |= {segment.unit for segment in segments(part, course.rubric.chosen)}
    if modules & {"tensorflow", "keras"}:
        modules |= {"tensorflow", "keras"} if course.era == "today" else {"tensorflow"}
    if "matplotlib" in modules:
        modules |= {"matplotlib.pyplot", "dlw_worker.figures"}
    return Preparation(course, tuple(sorted(modules)), tuple(sorted(units)))


@contextmanager
def grader(preparation: Preparation) -> Iterator[Grader]:
    """A grader on a warm server."""
    course = preparation.course
    found = supplies(needs_of(preparation.units))
    threads = max(1, (os.cpu_count() or 1) // course.jobs)
    setting = sandbox.Setting(
        interpreter(course.era), preparation.modules, dict(found.data), threads
    )
    with Server(setting, confined=course.confined) as server:
        yield Grader(server, course.rubric, found, course.era)


def grade_all(submissions: Mapping[str, Path], course: Course) -> Iterator[Graded]:
    """Results as they are finished; never more than a few submissions in memory."""
    basis = course.basis
    preparation = prepare(submissions, course)
    with ExitStack() as stack:
        executor: Executor
        if course.cluster:
            executor = stack.enter_context(cluster_executor(course.cluster))

            def submit(submission: Submission) -> Future[Graded]:
                return executor.submit(_grade_remotely, submission, preparation)

        else:
            # The server is left first: at an interrupt that ends what the threads wait for.
            executor = stack.enter_context(ThreadPoolExecutor(course.jobs))
            one = stack.enter_context(grader(preparation))

            def submit(submission: Submission) -> Future[Graded]:
                return executor.submit(one.grade, submission)

        for graded in _in_turn(submissions, course.jobs, submit):
            yield replace(graded, basis=basis)


def _in_turn(
    submissions: Mapping[str, Path], jobs: int, submit: Callable[[Submission], Future[Graded]]
) -> Iterator[Graded]:
    """Keep ``jobs`` submissions under way; read each when its turn comes."""
    waiting = iter(submissions.items())
    running: set[Future[Graded]] = set()
    try:
        while True:
            for name, path in islice(waiting, jobs - len(running)):
                running.add(submit(read_submission(path, name)))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        for future in running:
            future.cancel()


_remote_graders: dict[tuple[object, ...], Grader] = {}
_open = ExitStack()  # keeps the servers of those graders running


def _remote_grader(preparation: Preparation) -> Grader:
    """The grader of a cluster's worker for a course, which lives as long as the worker."""
    key = (preparation.course.basis, preparation.modules, preparation.units)
    if key not in _remote_graders:
        _remote_graders[key] = _open.enter_context(grader(preparation))
    return _remote_graders[key]


def _grade_remotely(submission: Submission, preparation: Preparation) -> Graded:
    use(preparation.book)
    sandbox.require()
    return _remote_grader(preparation).grade(submission)


@once_a_book
def _rules() -> str:
    """Digest of claims, sheets and baselines, and of the code that judges by them."""
    digest = hashlib.sha256()
    book = current()
    for folder in (book.claims, book.grading, book.baselines, Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".toml", ".json", ".py"):
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
