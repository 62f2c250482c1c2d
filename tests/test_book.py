"""The book, claim by claim: each stands as the ledger says, or the test fails with evidence."""

from collections.abc import Callable

import pytest

from harness.baselines import load_baseline, scalars
from harness.claim_files import claims
from harness.claims import Claim
from harness.observe import Observed
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


def _with_baselines() -> list[Claim]:
    """A claim of each stage of the fast tier whose results a baseline holds."""
    stages = {claim.stage: claim for claim in claims().values() if claim.tier == "fast"}
    return [
        claim
        for stage, claim in stages.items()
        if stage.seeded and load_baseline(claim.unit, claim.tier)
    ]


@pytest.mark.parametrize(
    "random",
    [
        pytest.param(claim, id=claim.unit, marks=pytest.mark.xdist_group(claim.unit))
        for claim in _with_baselines()
    ],
)
def test_a_baseline_holds_what_its_stage_gives(
    random: Claim, observation_of: Callable[[Claim], Observed]
) -> None:
    """Otherwise `dlw baseline run` could not go on with it."""
    observed = observation_of(random)
    if observed.unavailable:
        pytest.skip(f"{observed.unavailable}. To verify: {observed.remedy}")
    baseline = load_baseline(random.unit, random.tier)
    assert baseline is not None
    assert scalars(observed.values).keys() == baseline.values.keys()
