"""The class at a glance, as JSON and as Markdown."""

import json
from collections import Counter
from typing import Any

from harness.grading.outputs import equal
from harness.grading.outputs.class_summary import ClassSummary
from harness.grading.outputs.wording import OUTCOMES, number
from harness.grading.results import LOST
from harness.markdown import code, fenced, prose

SCHEMA = 1
_NAMED = 20  # names of a group that the Markdown lists
_BAR = 40


def as_json(summary: ClassSummary, shapes: equal.Shapes) -> str:
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "submissions": summary.submissions,
        "suspicious": summary.suspicious,
        "unsandboxed": summary.unsandboxed,
        "statuses": dict(sorted(summary.statuses.items())),
        "outcomes": {outcome: summary.outcomes[outcome] for outcome in OUTCOMES},
        "percent": {
            "mean": summary.mean,
            "median": summary.median,
            "histogram": summary.histogram,
        },
        "claims": [
            {
                "claim": claim,
                "says": tally.says,
                "where": tally.where,
                "judged": tally.judged,
                "missed": tally.missed,
                "share": tally.share,
                "outcomes": {outcome: tally.outcomes[outcome] for outcome in OUTCOMES},
            }
            for claim, tally in summary.ranking
        ],
        "unverified": [
            {"remedy": remedy, "claims": claims} for remedy, claims in summary.unverified.items()
        ],
        "equal": equal.groups(shapes),
    }
    return json.dumps(record, indent=1, allow_nan=False) + "\n"


def as_markdown(summary: ClassSummary, shapes: equal.Shapes) -> str:
    blocks = [
        "# The class",
        _overview(summary),
        "## Marks",
        fenced(_histogram(summary)),
        *_missed(summary),
        *_equal(shapes),
        *_unverified(summary),
    ]
    return "\n\n".join(blocks) + "\n"


def _overview(summary: ClassSummary) -> str:
    rows = [f"- submissions: {summary.submissions} ({_counts(summary.statuses)})"]
    if summary.mean is not None and summary.median is not None:
        rows.append(f"- mark: mean {number(summary.mean)} %, median {number(summary.median)} %")
    rows.append(f"- claims: {_counts(summary.outcomes)}")
    if summary.suspicious:
        rows.append(f"- **{summary.suspicious} with suspicious values**: please look at them")
    if summary.unsandboxed:
        rows.append(f"- **{summary.unsandboxed} run without a sandbox**")
    return "\n".join(rows)


def _counts(counts: Counter[Any]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count} {prose(name)}" for name, count in ordered) or "none"


def _histogram(summary: ClassSummary) -> str:
    highest = max(1, *summary.histogram)
    return "\n".join(
        f"{10 * place:3} to {'<' if place < 9 else ' '}{10 * place + 10:3} % "
        f"|{'#' * -(-_BAR * count // highest):{_BAR}} {count}"
        for place, count in enumerate(summary.histogram)
    )


def _missed(summary: ClassSummary) -> list[str]:
    if not summary.ranking:
        return []
    missed = [(claim, tally) for claim, tally in summary.ranking if tally.missed]
    rows = ["| missed by | claim | says | where | of those judged |", "|---:|---|---|---|---|"]
    for claim, tally in missed:
        lost = Counter({outcome: tally.outcomes[outcome] for outcome in LOST})
        rows.append(
            f"| {number(tally.share)} % | {code(claim)} | {prose(tally.says)} "
            f"| {prose(tally.where)} | {_counts(+lost)} of {tally.judged} |"
        )
    total = len(summary.ranking)
    rest = f"Missed by nobody: {total - len(missed)} of {total} claims."
    return ["## Missed claims", *(["\n".join(rows)] if missed else []), rest]


def _equal(shapes: equal.Shapes) -> list[str]:
    groups = equal.groups(shapes)
    if not groups:
        return []
    rows = []
    for names in groups:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        rows.append(f"- {len(names)}: {', '.join(map(code, names[:_NAMED]))}{more}")
    why = (
        "These programs are the same but for names, texts, comments and layout. A short exercise "
        "that follows the book leaves little to choose: equal is no proof."
    )
    return ["## Equal submissions", why, "\n".join(rows)]


def _unverified(summary: ClassSummary) -> list[str]:
    if not summary.unverified:
        return []
    rows = [
        f"- {prose(remedy) or 'no remedy known'}: {', '.join(map(code, claims))}"
        for remedy, claims in summary.unverified.items()
    ]
    return ["## Not judged", "\n".join(rows)]
