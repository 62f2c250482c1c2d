"""What an era proves of a claim, and whether the ledger says the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from packaging.version import InvalidVersion, Version

from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.eras.record import BOOK, Record

Outcome = Literal["met", "not met", "undecided", "unmeasured"]
Conclusion = Literal["holds", "erratum", "drift", "erratum or drift", "unknown"]

Versions = Mapping[str, Mapping[str, str]]  # of libraries, by era


@dataclass(frozen=True)
class Finding:
    """Whether a claim as printed is met in an era, and what was found there.

    ``surprise`` says how the ledger differs, where the era's own gate has said so.
    """

    outcome: Outcome
    found: str = ""
    detail: str = ""
    surprise: str = ""


UNMEASURED = Finding("unmeasured")


def finding(claim: Claim, record: Record) -> Finding:
    """What the record says of the claim as printed.

    A random result is judged by the era's own seeds, where they were measured.
    """
    draws = record.draws(claim) if isinstance(claim.check, Plausible) else None
    try:
        value = record.observed(claim.unit, claim.of)
    except KeyError:
        if draws is None:
            return UNMEASURED
        value = draws.values[0]
    met = claim.check.compare(value, draws)
    return Finding(met.outcome, met.found, met.detail)


def contradiction(claim: Claim, record: Record) -> str:
    """How the book's own environment contradicts the claim's entry; empty where it does not.

    A drift must have been true there and an erratum must not; what merely was not measured there
    contradicts nothing but a drift, which claims just that, and what was not decided nothing at
    all. Random results are too few there to contradict anything.
    """
    if isinstance(claim.check, Plausible | Tends):
        return ""
    found = finding(claim, record)
    if found.outcome == "unmeasured":
        return "recorded as drift, but not measured in the book's era" if claim.drift else ""
    if found.outcome == "undecided" or (found.outcome == "met") == (claim.state != "erratum"):
        return ""
    return f"{claim.state}, yet {found.outcome} in the book's era, which gives {found.found}"


def conclude(outcomes: Mapping[str, Outcome]) -> tuple[Conclusion, str]:
    """What the outcomes prove, from the oldest era to the newest; for a drift, since which era.

    Wrong in the book's own era, or in all: an erratum. Right there and wrong later: drift.
    """
    decided = {era: outcome for era, outcome in outcomes.items() if outcome in ("met", "not met")}
    wrong = [era for era, outcome in decided.items() if outcome == "not met"]
    if not decided:
        return "unknown", ""
    if not wrong:
        return "holds", ""
    if decided.get(BOOK) == "not met":
        return "erratum", ""
    if BOOK in decided:
        return "drift", wrong[0]
    return "erratum or drift", ""


def dating_fault(claim: Claim, outcomes: Mapping[str, Outcome], versions: Versions) -> str:
    """How an era contradicts the version that the ledger dates a drift from; empty where none does.

    ``versions`` are those of each era's libraries. From the dated version on the claim is not met,
    and before it was.
    """
    if claim.drift is None or claim.drift.since is None:
        return ""
    library, first = dated(claim.drift.since)
    for era, outcome in outcomes.items():
        here = _version(versions.get(era, {}).get(library, ""))
        if here is None or outcome not in ("met", "not met"):
            continue
        if (outcome == "not met") != (here >= first):
            return f"dated since {claim.drift.since}, yet {outcome} in {era} ({library} {here})"
    return ""


def dated(since: str) -> tuple[str, Version]:
    """The library and the version of ``keras 3.0``, whose form the schema has seen to."""
    library, _, number = since.partition(" ")
    return library, Version(number)


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None
