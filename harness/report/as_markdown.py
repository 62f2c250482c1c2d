"""Markdown, for a pull request or a wiki."""

from collections.abc import Callable, Iterable

from harness.claims import Claim
from harness.report.as_text import reason
from harness.report.summary import Report
from harness.verdicts import Verdict

Pair = tuple[Claim, Verdict]


def render(report: Report) -> str:
    blocks = [
        "# Verdicts",
        report.headline,
        _table("Surprises", report.surprises, lambda claim, verdict: verdict.surprise),
        _table("Errata", report.refuted("erratum"), lambda claim, verdict: reason(claim)),
        _table("Drift", report.refuted("drift"), lambda claim, verdict: reason(claim)),
        _unverified(report),
    ]
    return "\n\n".join(block for block in blocks if block)


def _table(heading: str, pairs: Iterable[Pair], why: Callable[[Claim, Verdict], str]) -> str:
    pairs = list(pairs)
    if not pairs:
        return ""
    rows = [
        f"## {heading}",
        "",
        "| claim | where | printed | found | why |",
        "|---|---|---|---|---|",
    ]
    for claim, verdict in pairs:
        cells = (claim.id, claim.where, claim.says, verdict.found, why(claim, verdict))
        rows.append("| " + " | ".join(map(_cell, cells)) + " |")
    return "\n".join(rows)


def _unverified(report: Report) -> str:
    if not report.unverified:
        return ""
    rows = ["## Unverified", "", "| claims | reason | to verify |", "|---|---|---|"]
    for (why, remedy), ids in report.unverified.items():
        rows.append(f"| {len(ids)} | {_cell(why)} | {_cell(f'`{remedy}`' if remedy else '')} |")
    return "\n".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
