"""A claim as its page shows it: what is printed, what was measured where, and what follows."""

from dataclasses import dataclass
from typing import Literal

from harness.baselines import load_baseline
from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.eras import book_era
from harness.plain import as_text
from harness.site.knowledge import Knowledge, Standing
from harness.verdicts import Verdict
from reference.resources import command

Kind = Literal["text", "code"]


@dataclass(frozen=True)
class Line:
    """A labelled line of a card; ``code`` is shown as it was written."""

    label: str
    text: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Card:
    """One claim for readers; ``address`` is its stable link, below the site's folder."""

    claim: Claim
    standing: Standing
    lines: tuple[Line, ...]

    @property
    def slug(self) -> str:
        return self.claim.id.partition("/")[2]

    @property
    def address(self) -> str:
        return f"units/{self.claim.unit}.html#{self.slug}"


def card(claim: Claim, knowledge: Knowledge) -> Card:
    """The card of a claim; lines that would be empty are left out."""
    verdict = knowledge.verdicts[claim.id]
    lines = [
        Line("Where", claim.where),
        Line("Printed", str(claim.check), "code"),
        *_measured(claim, verdict),
        *_ledger(claim),
        *_evidence(claim),
    ]
    return Card(
        claim, knowledge.standing(claim), tuple(line for line in lines if line.text.strip())
    )


def _measured(claim: Claim, verdict: Verdict) -> list[Line]:
    lines = [
        Line("Surprise", verdict.surprise),
        Line("Measured", verdict.found, "code"),
        Line("Compared", verdict.detail),
        Line("Not judged", verdict.reason),
        Line("To judge it", verdict.remedy, "code"),
    ]
    era = book_era()
    values = era.observed(claim) if era else None
    if values is not None:
        lines.append(Line("In the book's era", "; ".join(map(as_text, values)), "code"))
    return lines


def _ledger(claim: Claim) -> list[Line]:
    if claim.erratum:
        doubt = "" if claim.erratum.certainty == "certain" else ", perhaps of the transcription"
        return [
            Line("Right", str(claim.erratum.right), "code"),
            Line("Why", claim.erratum.because),
            Line("Severity", f"{claim.erratum.severity}{doubt}"),
            Line("Reviewed", claim.erratum.reviewed.isoformat()),
        ]
    if claim.drift:
        return [
            Line("Today", str(claim.drift.today), "code"),
            Line("Why", claim.drift.because),
            Line("Severity", claim.drift.severity),
            Line("Reviewed", claim.drift.reviewed.isoformat()),
        ]
    return []


def _evidence(claim: Claim) -> list[Line]:
    tier = "" if claim.tier == "fast" else f" --tier {claim.tier}"
    lines = [Line("Repeat", command(f"verify {claim.id}{tier}"), "code")]
    if isinstance(claim.check, Plausible | Tends) and isinstance(claim.of, str):
        baseline = load_baseline(claim.unit, claim.tier)
        if baseline and claim.of in baseline.values:
            lines.append(Line("Seeds", f"{len(baseline.seeds)}: {baseline.command}", "code"))
    return lines
