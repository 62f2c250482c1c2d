"""Errata as plain records, the one thing that every page, table and gate of them shows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from harness import environment, units
from harness.baselines import load_baseline
from harness.claim_files import titles
from harness.claims import Claim
from harness.eras.ledger import contradiction, finding
from harness.eras.record import BOOK, Record, records
from harness.eras.specification import TODAY
from harness.errata.corrections import correction
from harness.verdicts import Verdict, repeating_command
from reference.resources import command

_STEP = re.compile(r"\bsteps? (\d+[a-z]?(?:(?: to |, | and )\d+[a-z]?)*)")
_PAGE = re.compile(r"\bpages? (\d+(?:(?: to |, | and )\d+)*)")
_FIGURE = re.compile(r"\b[Ff]igures? (\d+\.\d+(?:(?: to |, | and )\d+\.\d+)*)")


@dataclass(frozen=True)
class Evidence:
    """What one environment says of the claim as printed.

    ``era`` is its name, ``outcome`` ``met``, ``not met``, ``undecided`` or ``unmeasured``;
    ``seeds`` counts those of a random result (0: it is not random), and ``command`` repeats it.
    """

    era: str
    outcome: str
    found: str
    versions: dict[str, str]
    seeds: int
    command: str


@dataclass(frozen=True)
class Entry:
    """One erratum, or one statement that today's libraries have made wrong (``drift``).

    ``step``, ``page`` and ``figure`` are empty where the text gives none. ``since`` is the version
    from which on a drift is wrong, where that was found. ``stale`` says how the evidence no longer
    holds; it is empty where it does.
    """

    claim: str
    kind: Literal["erratum", "drift"]
    chapter: int
    unit: str
    title: str
    where: str
    step: str
    page: str
    figure: str
    says: str
    printed: str
    right: str
    severity: str
    certainty: str
    because: str
    correction: str
    since: str
    reviewed: str
    evidence: tuple[Evidence, ...]
    stale: str = ""

    def as_record(self) -> dict[str, Any]:
        """The entry as JSON data (docs/formats.md)."""
        return asdict(self)


def entries(claims: Iterable[Claim], verdicts: Mapping[str, Verdict]) -> tuple[Entry, ...]:
    """An entry for each of the claims that does not stand as printed, in their order.

    ``verdicts`` are those of today, by claim; where one lacks, today's evidence is ``unmeasured``.
    Nothing is run: older eras are read from their records.
    """
    measured = records()
    return tuple(
        _entry(claim, verdicts.get(claim.id), measured)
        for claim in claims
        if claim.erratum or claim.drift
    )


def _entry(claim: Claim, verdict: Verdict | None, measured: list[Record]) -> Entry:
    ledger = claim.erratum or claim.drift
    assert ledger is not None
    right = claim.erratum.right if claim.erratum else claim.drift.today if claim.drift else ""
    return Entry(
        claim=claim.id,
        kind="erratum" if claim.erratum else "drift",
        chapter=units.chapter_of(claim.unit),
        unit=claim.unit,
        title=titles()[claim.unit],
        where=claim.where,
        step=_first(_STEP, claim.where),
        page=_first(_PAGE, claim.where),
        figure=_first(_FIGURE, claim.where),
        says=claim.says,
        printed=str(claim.check),
        right=str(right),
        severity=ledger.severity,
        certainty=claim.erratum.certainty if claim.erratum else "certain",
        because=ledger.because,
        correction=correction(claim),
        since=(claim.drift.since or "") if claim.drift else "",
        reviewed=ledger.reviewed.isoformat(),
        evidence=(*(_in_era(claim, record) for record in measured), _today(claim, verdict)),
        stale=_stale(claim, verdict, measured),
    )


def _stale(claim: Claim, verdict: Verdict | None, measured: list[Record]) -> str:
    """How the evidence no longer holds: in today's libraries, or in the book's own."""
    if verdict and verdict.surprise:
        return verdict.surprise
    faults = (contradiction(claim, record) for record in measured if record.era == BOOK)
    return next(filter(None, faults), "")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _in_era(claim: Claim, record: Record) -> Evidence:
    found = finding(claim, record)
    draws = record.draws(claim)
    return Evidence(
        record.era,
        found.outcome,
        found.found,
        record.versions,
        len(draws.values) if draws else 0,
        command(f"era verify {record.era}"),
    )


def _today(claim: Claim, verdict: Verdict | None) -> Evidence:
    outcome = {"confirmed": "met", "refuted": "not met"}
    return Evidence(
        TODAY,
        outcome.get(verdict.status, "unmeasured") if verdict else "unmeasured",
        verdict.found if verdict else "",
        environment.versions(),
        _seeds(claim),
        repeating_command(claim),
    )


def _seeds(claim: Claim) -> int:
    """Seeds of the baseline that a random result is judged by."""
    if claim.check.name not in ("plausible", "tends"):
        return 0
    baseline = load_baseline(claim.unit, claim.tier)
    return len(baseline.seeds) if baseline else 0
