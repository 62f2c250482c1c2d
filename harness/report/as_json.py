"""The machine's report: ``docs/formats.md`` documents every field."""

import json

from harness.claims import Claim
from harness.report.summary import Report

SCHEMA = 1


def render(report: Report) -> str:
    return json.dumps(
        {
            "schema": SCHEMA,
            "summary": {
                "claims": len(report.verdicts),
                **report.counts,
                "surprises": len(report.surprises),
                "cached": report.cached,
                "seconds": round(report.seconds, 3),
            },
            "verdicts": [
                claim_record(claim) | verdict.as_record() for claim, verdict in report.pairs
            ],
        },
        indent=1,
    )


def claim_record(claim: Claim) -> dict[str, object]:
    """A claim as JSON data; the fields of ``dlw list --json``."""
    return {
        "id": claim.id,
        "unit": claim.unit,
        "where": claim.where,
        "says": claim.says,
        "of": claim.of,
        "check": {claim.check.name: claim.check.expected},
        "tier": claim.tier,
        "needs": list(claim.needs),
        "ledger": claim.state,
    }
