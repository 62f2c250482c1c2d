"""``dlw bench list``: what can be measured."""

import json
from typing import Any

from harness.bench.report import terminal
from harness.bench.workloads import WORKLOADS, Workload, chosen

HEADINGS = ("core", "unit of work", "peer", "limit", "any backend", "quality", "needs")


def run(words: tuple[str, ...], *, as_json: bool) -> None:
    rows = [_row(workload) for workload in chosen(words, WORKLOADS)]
    if as_json:
        print(json.dumps(rows, indent=1))
        return
    table = terminal.table(
        "core", "unit of work", "peer", "limit", "any backend", "quality", "needs"
    )
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    terminal.show(table, f"{len(rows)} cores")


def _row(workload: Workload) -> dict[str, Any]:
    return {
        "core": workload.name,
        "work": workload.work,
        "peer": workload.peer is not None,
        "limit": workload.limit is not None,
        "portable": workload.portable,
        "quality": workload.quality,
        "needs": list(workload.needs),
    }


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return ", ".join(value) if isinstance(value, list) else str(value)
