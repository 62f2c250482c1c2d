"""Errata for machines: ``docs/formats.md`` documents every field."""

import json
from collections import Counter
from collections.abc import Sequence

from harness.errata.entries import Entry

SCHEMA = 1


def render(entries: Sequence[Entry]) -> str:
    kinds = Counter(entry.kind for entry in entries)
    return json.dumps(
        {
            "schema": SCHEMA,
            "summary": {
                "errata": kinds["erratum"],
                "drifts": kinds["drift"],
                "stale": sum(bool(entry.stale) for entry in entries),
            },
            "entries": [entry.as_record() for entry in entries],
        },
        indent=1,
    )
