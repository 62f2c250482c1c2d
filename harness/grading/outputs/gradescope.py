"""Gradescope's ``results.json`` (gradescope-autograders.readthedocs.io/en/latest/specs)."""

import json
from typing import Any, Literal

from harness.grading.outputs.wording import MEANING, evidence, headline, tail
from harness.grading.results import Graded, Mark
from harness.printable import printable

Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]


def render(graded: Graded, visibility: Visibility = "visible") -> str:
    """One submission; ``score`` has the late factor, which the tests' own scores do not.

    Gradescope takes the maximum from the assignment and not from this file, which therefore
    carries it as extra data. Standard output of the grading itself stays with the teacher.
    """
    record = {
        "score": round(graded.earned, 4),
        "execution_time": round(graded.seconds, 3),
        "output": _output(graded),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": visibility,
        "stdout_visibility": "hidden",
        "extra_data": {"max_score": round(graded.points, 4), "digest": graded.digest},
        "tests": [
            _test(mark, f"{place}.{number}")
            for place, unit in enumerate(graded.units, 1)
            for number, mark in enumerate(unit.marks, 1)
        ],
    }
    return json.dumps(record, indent=1, allow_nan=False) + "\n"


def _output(graded: Graded) -> str:
    lines = [headline(graded), f"The program: {graded.status}. {graded.problem}".strip()]
    lines += graded.notes
    if graded.output.strip():
        lines += ["", "The end of what the program printed:", tail(graded.output)]
    return printable("\n".join(lines))


def _test(mark: Mark, number: str) -> dict[str, Any]:
    """A test; one that nobody could judge has neither score nor status."""
    name = f"{mark.claim}: {mark.says}"
    test: dict[str, Any] = {"name": printable(name), "number": number}
    if mark.outcome != "unverified":
        test |= {
            "score": round(mark.earned, 4),
            "max_score": round(mark.points, 4),
            "status": "passed" if mark.outcome == "right" else "failed",
        }
    return test | {"output": _details(mark)}


def _details(mark: Mark) -> str:
    lines = [
        f"{mark.outcome}: {mark.note or MEANING[mark.outcome]}",
        mark.where,
        *(f"{label}: {text}" for label, text in evidence(mark)),
    ]
    return printable("\n".join(lines))
