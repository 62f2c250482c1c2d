"""Nobody who is right is failed: every honest submission, in whatever style, has full marks."""

from pathlib import Path

import pytest

from harness.grading.results import Graded
from tests.grading.corpus import Case, cases

pytestmark = pytest.mark.xdist_group("grading")


def test_the_corpus_is_large_and_covers_every_chapter() -> None:
    found = cases("honest")
    assert len(found) >= 60
    chapters = {unit.lstrip("AS")[0] for case in found for unit in case.units}
    assert chapters == set("1234567")
    assert {case.path.suffix for case in found} == {".py", ".ipynb"}


@pytest.mark.parametrize("case", cases("honest"), ids=lambda case: case.path.name)
def test_an_honest_submission_has_full_marks(case: Case, graded: dict[Path, Graded]) -> None:
    if case.needs:
        case.require_data()
    result = graded[case.path]
    assert {unit.unit for unit in result.units} == set(case.units)
    lost = [
        (mark.claim, mark.outcome, mark.found, mark.source, mark.note)
        for mark in result.marks
        if mark.outcome not in ("right", "unverified") and not case.may_miss(mark.claim)
    ]
    assert lost == [], result.problem
    unverified = any(mark.outcome == "unverified" for mark in result.marks)
    assert result.status == "finished" or unverified, result.problem
    if not case.needs:
        assert any(mark.outcome == "right" for mark in result.marks)
