"""The matrix: claims by eras, what the eras prove together, and where the ledger says otherwise."""

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import harness
from harness import environment as here
from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.eras.environment import build
from harness.eras.ledger import (
    UNMEASURED,
    Conclusion,
    Finding,
    Outcome,
    conclude,
    dating_fault,
    finding,
)
from harness.eras.record import Record
from harness.eras.specification import TODAY, Era
from harness.errors import UsageError
from harness.verdicts import Verdict
from reference.resources import command
from reference.stages import Tier

OUTCOMES: dict[str, Outcome] = {
    "confirmed": "met",
    "refuted": "not met",
    "unverified": "unmeasured",
}


@dataclass(frozen=True)
class Column:
    """What one era says of the claims, by id; not ``judged``, it is shown and proves nothing."""

    era: str
    versions: dict[str, str]
    findings: dict[str, Finding]
    judged: bool = True


@dataclass(frozen=True)
class Row:
    """One claim in every era: what that proves, and how the ledger differs (empty: it does not)."""

    claim: Claim
    findings: dict[str, Finding]
    conclusion: Conclusion
    since: str
    contradiction: str


@dataclass(frozen=True)
class Matrix:
    """Claims by eras, both from the first to the last."""

    columns: tuple[Column, ...]
    claims: tuple[Claim, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._row(claim) for claim in self.claims)

    @property
    def contradictions(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.contradiction)

    def _row(self, claim: Claim) -> Row:
        findings = {
            column.era: column.findings.get(claim.id, UNMEASURED) for column in self.columns
        }
        judged = {
            column.era: findings[column.era].outcome for column in self.columns if column.judged
        }
        conclusion, since = conclude(judged)
        versions = {column.era: column.versions for column in self.columns}
        fault = _fault(claim, conclusion, judged) or dating_fault(claim, judged, versions)
        return Row(claim, findings, conclusion, since, fault)


def _fault(claim: Claim, conclusion: Conclusion, outcomes: dict[str, Outcome]) -> str:
    """How the ledger's word on a claim differs from what the eras prove.

    A random result is only as sure as its seeds, which are few in old eras; there only a drift,
    which claims that the old result was right, is held against them.
    """
    if claim.draft or conclusion in ("unknown", claim.state):
        return ""
    if conclusion == "erratum or drift" and claim.state != "holds":
        return "recorded as drift, but not measured in the book's era" if claim.drift else ""
    if isinstance(claim.check, Plausible | Tends) and not claim.drift:
        return ""
    seen = ", ".join(f"{outcome} in {era}" for era, outcome in outcomes.items())
    return f"the ledger says {claim.state}, the eras say {conclusion} ({seen})"


def of_record(record: Record, claims: list[Claim]) -> Column:
    """The column of an era whose parts were measured."""
    findings = {claim.id: finding(claim, record) for claim in claims}
    return Column(record.era, record.versions, findings)


def of_today(verdicts: list[Verdict]) -> Column:
    """The column of the libraries that run this."""
    return Column(TODAY, here.versions(), {v.claim: _of_verdict(v) for v in verdicts})


def of_reference(era: Era, words: list[str], tier: Tier, jobs: int) -> Column:
    """The column of an era that runs the reference: what ``dlw verify`` says in its environment.

    Its observations are kept where this Python's are, under its own versions.
    """
    built = build(era)
    project = Path(harness.__file__).parents[1]
    options = ["--tier", tier, "--jobs", str(jobs), "--format", "json"]
    done = subprocess.run(
        [str(built.python), "-m", "harness.cli", "verify", *words, *options],
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise UsageError(
            f"the reference does not run in the era {era.name}: {last}",
            hint=f"Pin it anew with `{command(f'era pin {era.name}')}`, or mend the reference",
        ) from None
    findings = {
        entry["claim"]: Finding(
            OUTCOMES[entry["status"]], entry["found"], entry["detail"], entry["surprise"]
        )
        for entry in report["verdicts"]
    }
    asked = [name for name in here.versions() if name in built.versions]  # the book's own first
    versions = {name: built.versions[name] for name in asked} | built.versions
    return Column(era.name, versions, findings, judged=not era.newest)


def _of_verdict(verdict: Verdict) -> Finding:
    return Finding(OUTCOMES[verdict.status], verdict.found, verdict.detail, verdict.surprise)
