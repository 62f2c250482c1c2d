"""SARIF 2.1.0: a result a surprise, at the line of its claim, for a pull request's view."""

import json
from pathlib import Path
from urllib.parse import quote

from harness import environment
from harness.claim_files import place
from harness.claims import Claim
from harness.printable import printable
from harness.report.summary import Report
from harness.verdicts import Verdict

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = {
    "claim-refuted": "A claim that held is refuted.",
    "entry-outlived": "An erratum or a drift of the ledger is confirmed as printed.",
    "entry-contradicted": "The ledger's entry is not what is found, here or in the book's era.",
    "reference-failed": "The reference failed, so the claim could not be judged.",
}
_ERROR = {"level": "error"}


def render(report: Report) -> str:
    driver: dict[str, object] = {
        "name": "dlw",
        "rules": [
            {"id": rule, "shortDescription": {"text": text}, "defaultConfiguration": _ERROR}
            for rule, text in RULES.items()
        ],
    }
    installed = environment.installed("dlw")
    if installed:
        driver["version"] = installed
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(claim, verdict) for claim, verdict in report.surprises],
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, indent=1)


def _result(claim: Claim, verdict: Verdict) -> dict[str, object]:
    rule = _rule(verdict)
    text = f"{claim.id}: {verdict.surprise}. {claim.where}: {claim.says}"
    return {
        "ruleId": rule,
        "ruleIndex": list(RULES).index(rule),
        "level": "error",
        "message": {"text": printable(text)},
        "locations": [_location(claim)],
        "partialFingerprints": {"claim/v1": claim.id},
    }


def _location(claim: Claim) -> dict[str, object]:
    """Where the claim stands, below the folder one works in: the root of the repository."""
    location: dict[str, object] = {"logicalLocations": [{"name": claim.id, "kind": "member"}]}
    found = place(claim.id)
    if found:
        path, line = found[0].resolve(), found[1]
        here = Path.cwd()
        artifact = (
            {"uri": quote(path.relative_to(here).as_posix()), "uriBaseId": "%SRCROOT%"}
            if path.is_relative_to(here)
            else {"uri": path.as_uri()}
        )
        region = {"startLine": line}
        location["physicalLocation"] = {"artifactLocation": artifact, "region": region}
    return location


def _rule(verdict: Verdict) -> str:
    if verdict.status == "unverified":
        return "reference-failed"
    if verdict.ledger == "holds":
        return "claim-refuted" if verdict.status == "refuted" else "entry-contradicted"
    return "entry-outlived" if verdict.status == "confirmed" else "entry-contradicted"
