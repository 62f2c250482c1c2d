"""The terminal's report."""

from harness.claims import Claim
from harness.report.summary import Report
from harness.verdicts import Verdict


def render(report: Report) -> str:
    blocks = [
        _surprises(report),
        _refuted(report, "erratum", "Errata (wrong as printed, the right value confirmed)"),
        _refuted(report, "drift", "Drift (right in the book's own environment, not in today's)"),
        _unverified(report),
        report.headline,
    ]
    return "\n\n".join(block for block in blocks if block)


def _surprises(report: Report) -> str:
    if not report.surprises:
        return ""
    lines = [f"SURPRISES ({len(report.surprises)})"]
    for claim, verdict in report.surprises:
        lines += [
            f"  {claim.id}  {verdict.status}: {verdict.surprise}",
            f"      {claim.where}: {claim.says}",
            f"      printed  {verdict.expected}",
        ]
        if verdict.found:
            lines.append(f"      found    {verdict.found} {verdict.detail}".rstrip())
    return "\n".join(lines)


def _refuted(report: Report, state: str, heading: str) -> str:
    pairs = report.refuted(state)
    if not pairs:
        return ""
    lines = [f"{heading}: {len(pairs)}"]
    for claim, _ in pairs:
        lines += [f"  {claim.id}  {claim.where}: {claim.says}", f"      {reason(claim)}"]
    return "\n".join(lines)


def _unverified(report: Report) -> str:
    if not report.unverified:
        return ""
    lines = [f"Unverified: {report.counts['unverified']}"]
    for (why, remedy), ids in report.unverified.items():
        shown = ", ".join(ids[:4]) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")
        lines.append(f"  {len(ids)}: {why}")
        lines += [f"      to verify: {remedy}"] if remedy else []
        lines.append(f"      {shown}")
    return "\n".join(lines)


def reason(claim: Claim) -> str:
    """The ledger's words on a claim that does not stand as printed."""
    if claim.erratum:
        doubt = "" if claim.erratum.certainty == "certain" else " [perhaps the transcription]"
        return f"{claim.erratum.severity}{doubt}: {claim.erratum.because}"
    return f"{claim.drift.severity}: {claim.drift.because}" if claim.drift else ""


def evidence(claim: Claim, verdict: Verdict) -> list[tuple[str, str]]:
    """Labelled lines on one verdict."""
    rows = [
        (
            "verdict",
            verdict.status + (f" (surprise: {verdict.surprise})" if verdict.surprise else ""),
        ),
        ("found", f"{verdict.found} {verdict.detail}".strip()),
        ("reason", verdict.reason),
        ("to verify", verdict.remedy),
    ]
    return [(label, text) for label, text in rows if text]
