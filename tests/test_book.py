"""The book, claim by claim: each stands as the ledger says, or the test fails with evidence."""

from collections.abc import Callable

import pytest

from harness.claims import Claim
from harness.verdicts import Verdict


def test_claim_stands_as_the_ledger_says(
    claim: Claim, verdict_of: Callable[[Claim], Verdict]
) -> None:
    verdict = verdict_of(claim)
    assert not verdict.surprise, f"{claim.where}: {claim.says}\n{verdict}"
    if verdict.status == "unverified":
        pytest.skip(f"{verdict.reason}. To verify: {verdict.remedy}")
    assert verdict.status == ("confirmed" if claim.state == "holds" else "refuted")


def test_the_smallest_wrong_change_turns_the_verdict(
    claim: Claim, survivors_of: Callable[[Claim], list[str]]
) -> None:
    assert survivors_of(claim) == []
