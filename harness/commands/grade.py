"""``dlw grade``: submissions judged, results written, one line each."""

import json
from dataclasses import dataclass
from pathlib import Path

from harness.errors import UsageError
from harness.grading import sandbox
from harness.grading.classroom import Course, grade_all
from harness.grading.limits import Limits
from harness.grading.rubric import Rubric, load_rubric, rubric_for
from harness.grading.submissions import find_submissions


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
    cluster: str
    unsafe: bool
    as_json: bool


def run(request: Request) -> int:
    """Grade everything; 0 where every submission has full marks."""
    rubric = _rubric(request)
    paths = find_submissions(list(request.paths))
    if not request.unsafe:
        sandbox.require()
    course = Course(rubric, request.era, request.jobs, confined=not request.unsafe)
    full = True
    for _, graded in grade_all(paths, course):
        full &= graded.full
        if request.as_json:
            print(json.dumps(graded.as_record(), indent=1))
            continue
        print(f"{graded.name}: {graded.earned:g} of {graded.points:g} ({graded.status})")
        if graded.problem:
            print(f"  {graded.problem}")
        for mark in graded.marks:
            if mark.outcome != "right":
                print(
                    f"  {mark.claim}: {mark.outcome}. expected {mark.expected}; found {mark.found} {mark.source}; {mark.note}"
                )
    return 0 if full else 1


def _rubric(request: Request) -> Rubric:
    if request.rubric and request.units:
        raise UsageError("units come from the rubric or from --unit, not from both")
    limits = Limits(seconds=request.seconds) if request.seconds else Limits()
    if request.rubric is None:
        return rubric_for(request.units, limits)
    rubric = load_rubric(request.rubric)
    if request.seconds:
        limits = rubric.limits.model_copy(update={"seconds": request.seconds})
        rubric = rubric.model_copy(update={"limits": limits})
    return rubric
