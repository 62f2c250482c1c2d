"""A single mistake loses exactly the claims it makes wrong, and no other."""

from pathlib import Path

import pytest

from harness.grading.results import LOST, Graded
from tests.grading.corpus import Case, cases

pytestmark = pytest.mark.xdist_group("grading")


def test_the_corpus_is_large() -> None:
    assert len(cases("wrong")) >= 60


@pytest.mark.parametrize("case", cases("wrong"), ids=lambda case: case.path.name)
def test_a_mistake_loses_its_claims_and_no_other(case: Case, graded: dict[Path, Graded]) -> None:
    case.require_data()
    result = graded[case.path]
    judged = [mark for mark in result.marks if mark.outcome != "unverified"]
    lost = {mark.claim for mark in judged if mark.outcome in LOST}
    due = {mark.claim for mark in judged if case.must_lose(mark.claim)}
    spared = {claim for claim in lost if case.may_miss(claim)}
    reasons = [(m.claim, m.outcome, m.found, m.note) for m in judged if m.claim in lost ^ due]
    assert lost - spared == due - spared, reasons
    assert due or not judged
    assert all(
        any(mark.claim == claim or case.must_lose(mark.claim) for mark in result.marks)
        for claim in case.loses
    )
