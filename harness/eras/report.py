"""The matrix and one era's column, for people and for machines."""

import json
from collections import Counter
from collections.abc import Callable

from harness.eras.ledger import Outcome
from harness.eras.matrix import Column, Matrix, Row

SCHEMA = 1
SIGNS: dict[Outcome, str] = {"met": "+", "not met": "-", "undecided": "?", "unmeasured": "."}


def summary(column: Column, faults: int) -> str:
    """One line on one era."""
    return f"{_counts(column)}; {faults or 'no'} contradictions"


def as_text(matrix: Matrix, seconds: float) -> str:
    """Contradictions first, then what does not stand in some era, then counts."""
    blocks = []
    if matrix.contradictions:
        blocks.append("\n".join(["CONTRADICTIONS", *map(_contradiction, matrix.contradictions)]))
    changed = [row for row in matrix.rows if row.conclusion not in ("holds", "unknown")]
    eras = " ".join(column.era for column in matrix.columns)
    if changed:
        legend = ", ".join(f"{sign} {outcome}" for outcome, sign in SIGNS.items())
        head = f"Not as printed in some era ({eras}: {legend})"
        blocks.append("\n".join([head, *map(_row, changed)]))
    blocks.append("\n".join(map(_counts, matrix.columns)))
    blocks.append(f"{headline(matrix)}; {seconds:.1f} s")
    return "\n\n".join(blocks)


def as_json(matrix: Matrix, seconds: float) -> str:
    """``docs/formats.md`` documents every field."""
    conclusions = Counter(row.conclusion for row in matrix.rows)
    return json.dumps(
        {
            "schema": SCHEMA,
            "summary": {
                "claims": len(matrix.rows),
                "conclusions": dict(sorted(conclusions.items())),
                "contradictions": len(matrix.contradictions),
                "seconds": round(seconds, 3),
            },
            "eras": [
                {"era": column.era, "versions": column.versions, "judged": column.judged}
                for column in matrix.columns
            ],
            "claims": [
                {
                    "claim": row.claim.id,
                    "ledger": row.claim.state,
                    "conclusion": row.conclusion,
                    "since": row.since,
                    "contradiction": row.contradiction,
                    "outcomes": {era: one.outcome for era, one in row.findings.items()},
                    "found": {era: one.found for era, one in row.findings.items() if one.found},
                }
                for row in matrix.rows
            ],
        },
        indent=1,
    )


def headline(matrix: Matrix) -> str:
    """One line that says it all."""
    counts = Counter(row.conclusion for row in matrix.rows)
    told = ", ".join(f"{count} {conclusion}" for conclusion, count in sorted(counts.items()))
    return (
        f"{len(matrix.rows)} claims in {len(matrix.columns)} eras: {told}; "
        f"{len(matrix.contradictions) or 'no'} contradictions with the ledger"
    )


def _row(row: Row) -> str:
    signs = " ".join(SIGNS[one.outcome] for one in row.findings.values())
    dated = row.claim.drift.since if row.claim.drift and row.claim.drift.since else ""
    since = f", since {dated}" if dated else f", wrong from {row.since} on" if row.since else ""
    return f"  {signs}  {row.claim.id}  {row.conclusion}{since}"


def _contradiction(row: Row) -> str:
    found = "; ".join(f"{era}: {one.found}" for era, one in row.findings.items() if one.found)
    return f"  {row.claim.id}: {row.contradiction}\n      {found}"


def _counts(column: Column) -> str:
    outcomes = Counter(finding.outcome for finding in column.findings.values())
    told = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in SIGNS if outcomes[outcome])
    libraries = ", ".join(f"{name} {number}" for name, number in list(column.versions.items())[:4])
    return f"{column.era} ({libraries}): {told or 'nothing measured'}"


FORMATS: dict[str, Callable[[Matrix, float], str]] = {"text": as_text, "json": as_json}
