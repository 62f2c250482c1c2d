"""Both corpora are graded once, on one server, and each test looks at one submission's result."""

from pathlib import Path

import pytest

from harness.grading.classroom import Course, grade_all
from harness.grading.results import Graded
from harness.grading.rubric import Rubric
from harness.grading.submissions import find_submissions
from tests.grading.corpus import cases
from tests.grading.sandboxed import MISSING, REASON


@pytest.fixture(scope="session")
def graded() -> dict[Path, Graded]:
    """Results of the honest and the wrong corpus; skipped where no sandbox can be had."""
    if MISSING:
        pytest.skip(REASON)
    paths = [case.path for kind in ("honest", "wrong") for case in cases(kind)]
    submissions = find_submissions(paths)
    return {submissions[g.name]: g for g in grade_all(submissions, Course(Rubric(), jobs=2))}
