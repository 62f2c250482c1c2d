"""A claim as its page shows it: what is printed, what was measured where, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from harness.baselines import load_baseline
from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.eras.ledger import UNMEASURED, finding
from harness.eras.record import Record, records
from harness.errata import Entry, entries
from harness.site.knowledge import Knowledge, Standing
from harness.verdicts import Verdict, repeating_command

Kind = Literal["text", "code"]


@dataclass(frozen=True)
class Line:
    """A labelled line of a card; ``code`` is shown as it was written."""

    label: str
    text: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Card:
    """One claim for readers, with its entry in the list of errata, if it has one."""

    claim: Claim
    standing: Standing
    entry: Entry | None
    lines: tuple[Line, ...]

    @property
    def slug(self) -> str:
        return self.claim.id.partition("/")[2]

    @property
    def address(self) -> str:
        """The claim's stable link, below the site's folder."""
        return f"units/{self.claim.unit}.html#{self.slug}"


def cards(claims: Sequence[Claim], knowledge: Knowledge) -> list[Card]:
    """The card of each claim, in their order."""
    of_claim = {entry.claim: entry for entry in entries(claims, knowledge.verdicts)}
    measured = records()
    return [
        Card(
            claim,
            knowledge.standing(claim),
            of_claim.get(claim.id),
            tuple(
                line
                for line in _lines(claim, knowledge.verdicts[claim.id], of_claim, measured)
                if line.text.strip()
            ),
        )
        for claim in claims
    ]


def _lines(
    claim: Claim, verdict: Verdict, of_claim: dict[str, Entry], measured: list[Record]
) -> list[Line]:
    """All lines of a card, those too that have nothing to say."""
    return [
        Line("Where", claim.where),
        Line("Printed", str(claim.check), "code"),
        *_ledger(claim, of_claim.get(claim.id)),
        Line("Surprise", verdict.surprise),
        Line("Measured", verdict.found, "code"),
        Line("Compared", verdict.detail),
        Line("Not judged", verdict.reason),
        Line("To judge it", verdict.remedy, "code"),
        *_eras(claim, measured),
        *_evidence(claim),
    ]


def _ledger(claim: Claim, entry: Entry | None) -> list[Line]:
    if entry is None:
        return []
    doubt = "" if entry.certainty == "certain" else ", perhaps of the transcription"
    return [
        Line("Right" if claim.erratum else "Today", entry.right, "code"),
        Line("Instead", entry.correction),
        Line("Why", "" if _holds(entry.correction, entry.because) else entry.because),
        Line("Severity", f"{entry.severity}{doubt}"),
        Line("Since", entry.since),
        Line("Reviewed", entry.reviewed),
        Line("Stale", entry.stale),
    ]


def _holds(correction: str, because: str) -> bool:
    """Whether the correction says the reason already, as a sentence."""
    return because[1:] in correction


def _eras(claim: Claim, measured: list[Record]) -> list[Line]:
    """What older environments gave, where it was measured there; those that agree share a line."""
    eras: dict[str, list[str]] = {}
    for record in measured:
        found = finding(claim, record)
        if found != UNMEASURED:
            eras.setdefault(f"{found.outcome}: {found.found}", []).append(record.era)
    return [Line(f"Era {', '.join(names)}", text, "code") for text, names in eras.items()]


def _evidence(claim: Claim) -> list[Line]:
    lines = [Line("Repeat", repeating_command(claim), "code")]
    if isinstance(claim.check, Plausible | Tends) and isinstance(claim.of, str):
        baseline = load_baseline(claim.unit, claim.tier)
        if baseline and claim.of in baseline.values:
            lines.append(Line("Seeds", f"{len(baseline.seeds)}: {baseline.command}", "code"))
    return lines
