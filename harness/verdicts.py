"""Verdicts: what is true of a claim, how it is known, and whether that was expected."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from harness.baselines import Baseline, measuring_command
from harness.checks import Check, Comparison
from harness.claims import Claim
from harness.eras.ledger import contradiction
from harness.eras.record import Record
from harness.observe import Observed
from reference.resources import command

Status = Literal["confirmed", "refuted", "unverified"]
REVIEW = "Review it, then remove `draft = true` from its entry"


@dataclass(frozen=True)
class Verdict:
    """What is true of the claim as printed; ``surprise`` is empty where the ledger expected it.

    ``expected`` is the check as printed and ``found`` the observation; an ``unverified`` verdict
    has the ``reason`` and the ``remedy``, the one command that would change it.
    """

    claim: str
    status: Status
    ledger: str
    expected: str
    found: str = ""
    detail: str = ""
    reason: str = ""
    remedy: str = ""
    surprise: str = ""
    cached: bool = False

    def as_record(self) -> dict[str, Any]:
        """The verdict as JSON data."""
        return asdict(self)


def repeating_command(claim: Claim) -> str:
    """The command that observes and judges the claim anew."""
    tier = "" if claim.tier == "fast" else f" --tier {claim.tier}"
    return command(f"verify {claim.id}{tier}")


def judge(
    claim: Claim, observed: Observed, baseline: Baseline | None = None, era: Record | None = None
) -> Verdict:
    """Judge a claim on what its stage produced.

    ``baseline`` serves checks of random results, ``era`` the evidence of the book's environment.
    """
    if observed.failure:
        return _unverified(
            claim, f"the implementation failed: {observed.failure}", "", surprise=observed.failure
        )
    if observed.unavailable:
        return _unverified(claim, observed.unavailable, observed.remedy)
    absent = [name for name in claim.names if name not in observed.values]
    if absent:
        if claim.draft:
            return _unverified(claim, "a draft of what the reference does not produce", REVIEW)
        problem = f"the observation {absent[0]!r} was not produced"
        return _unverified(claim, problem, "", surprise=problem)
    as_printed = _compare(claim.check, claim.of, observed, baseline)
    if as_printed.outcome == "undecided":
        remedy = claim.check.to_decide or measuring_command(claim.unit, claim.tier)
        return _unverified(claim, as_printed.detail, remedy, found=as_printed.found)
    if claim.draft:
        meets = "meets" if as_printed.outcome == "met" else "does not meet"
        reason = f"a draft, which the reference {meets}"
        return _unverified(claim, reason, REVIEW, found=as_printed.found)
    status: Status = "confirmed" if as_printed.outcome == "met" else "refuted"
    return Verdict(
        claim.id,
        status,
        claim.state,
        str(claim.check),
        as_printed.found,
        as_printed.detail,
        surprise=_surprise(claim, status, observed, baseline)
        or (contradiction(claim, era) if era else ""),
        cached=observed.cached,
    )


def _unverified(
    claim: Claim, reason: str, remedy: str, *, found: str = "", surprise: str = ""
) -> Verdict:
    return Verdict(
        claim.id,
        "unverified",
        claim.state,
        str(claim.check),
        found,
        reason=reason,
        remedy=remedy,
        surprise="" if claim.draft else surprise,
    )


def _compare(
    check: Check, of: str | tuple[str, str], observed: Observed, baseline: Baseline | None
) -> Comparison:
    if isinstance(of, str):
        return check.compare(observed.values[of], baseline.draws(of) if baseline else None)
    return check.compare([observed.values[name] for name in of])


def _surprise(claim: Claim, status: Status, observed: Observed, baseline: Baseline | None) -> str:
    """How the verdict differs from what the ledger expects; empty where it does not."""
    if claim.state == "holds":
        return "" if status == "confirmed" else "held until now, refuted today"
    if status == "confirmed":
        return f"recorded as {claim.state}, yet confirmed as printed"
    right = claim.erratum.right if claim.erratum else claim.drift.today if claim.drift else None
    assert right is not None
    of = claim.erratum.of if claim.erratum and claim.erratum.of else claim.of
    comparison = _compare(right, of, observed, baseline)
    if comparison.outcome == "met":
        return ""
    kind = "right value" if claim.erratum else "value of today's libraries"
    return (
        f"the ledger's {kind} ({right}) is {comparison.outcome}; "
        f"found {comparison.found} {comparison.detail}".rstrip()
    )
