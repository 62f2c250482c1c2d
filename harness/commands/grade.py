"""``dlw grade``: submissions judged, results written as they are finished, the class summed up."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from harness.errors import UsageError
from harness.files import why_unwritable
from harness.grading import sandbox
from harness.grading.classroom import Course, grade_all
from harness.grading.limits import Limits
from harness.grading.outputs import as_markdown, nbgrader
from harness.grading.outputs.class_csv import ClassTable
from harness.grading.outputs.class_summary import ClassSummary
from harness.grading.outputs.folder import read_submission, write_class, write_submission
from harness.grading.outputs.live import Board
from harness.grading.results import Graded
from harness.grading.rubric import Rubric, load_rubric, rubric_for
from harness.grading.submissions import find_submissions
from harness.grading.submissions import read_submission as read_source

FEW = 3  # submissions whose feedback is shown on the terminal where no folder takes it


@dataclass(frozen=True)
class Request:
    """What the command line asked for."""

    paths: tuple[Path, ...]
    units: tuple[str, ...]
    rubric: Path | None
    out: Path | None
    jobs: int
    era: str
    seconds: float | None
    epochs: int | None
    cluster: str
    nbgrader: Path | None
    unsafe: bool
    as_json: bool


def run(request: Request) -> int:
    """Grade everything; 0 where every submission has full marks."""
    rubric = _rubric(request)
    submissions = find_submissions(list(request.paths))
    if not request.unsafe:
        sandbox.require()
    course = Course(rubric, request.era, request.jobs, not request.unsafe, request.cluster)
    table, summary = ClassTable(), ClassSummary()
    show_feedback = request.out is None and len(submissions) <= FEW
    console = Console(stderr=request.as_json)
    full = True
    if request.out is not None:
        _check_writable(request.out)
    kept = dict(_kept(submissions, request.out, course))
    left = {name: path for name, path in submissions.items() if name not in kept}
    if kept:
        console.print(f"{len(kept)} of {len(submissions)} were graded before and are kept")
    for graded in kept.values():
        table.add(graded)
        summary.add(graded)
        full &= graded.full
    with Board(len(left), console) as board:
        for graded in grade_all(left, course) if left else ():
            if request.out is not None:
                write_submission(request.out, graded)
            if request.nbgrader is not None:
                nbgrader.write(request.nbgrader, graded, rubric.title)
            table.add(graded)
            summary.add(graded)
            full &= graded.full
            board.finished(graded)
            if request.as_json:
                print(json.dumps(graded.as_record()))
            elif show_feedback:
                console.print(as_markdown.render(graded), markup=False, highlight=False)
    if request.out is not None:
        write_class(request.out, table, summary)
        console.print(f"results: {request.out}", markup=False, highlight=False)
    return 0 if full else 1


def _kept(
    submissions: dict[str, Path], out: Path | None, course: Course
) -> Iterator[tuple[str, Graded]]:
    """What an earlier run of the same command finished for the very same files."""
    if out is None:
        return
    for name, path in submissions.items():
        earlier = read_submission(out, name)
        if earlier is None or earlier.basis != course.basis:
            continue
        if earlier.digest == read_source(path).digest:
            yield name, earlier


def _check_writable(folder: Path) -> None:
    """:class:`UsageError` before anything is graded where no result could be kept."""
    problem = why_unwritable(folder)
    if problem:
        raise UsageError(
            f"results cannot be written here: {problem}",
            where=str(folder),
            hint="Name another folder with --out",
        )


def _rubric(request: Request) -> Rubric:
    if request.rubric and request.units:
        raise UsageError("units come from the rubric or from --unit, not from both")
    if request.seconds is not None and request.seconds <= 0:
        raise UsageError("a time limit is more than nothing", hint="Give --seconds 60, for example")
    if request.rubric is None:
        rubric = rubric_for(request.units, Limits())
    else:
        rubric = load_rubric(request.rubric)
    changes: dict[str, object] = {}
    if request.seconds:
        changes["limits"] = rubric.limits.model_copy(update={"seconds": request.seconds})
    if request.epochs:
        changes["epochs"] = request.epochs
    return rubric.model_copy(update=changes)
