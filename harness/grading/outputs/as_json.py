"""The record of one submission: ``docs/formats.md`` documents every field."""

import json
from typing import Any

from harness.errors import HarnessError
from harness.grading.results import Graded, Mark, UnitResult

SCHEMA = 1
_COMPUTED = ("schema", "points", "earned", "figures")


class NotARecord(HarnessError):
    """The text is no record of a graded submission, or one of another version."""


def render(graded: Graded) -> str:
    """The record as ASCII text, so that every string of a submission survives."""
    return json.dumps({"schema": SCHEMA, **graded.as_record()}, indent=1, allow_nan=False) + "\n"


def read(text: str) -> Graded:
    """The submission of a record, without its figures; :class:`NotARecord` where it is none."""
    try:
        record = json.loads(text)
        if record["schema"] != SCHEMA:
            raise NotARecord(
                f"a record of schema {record['schema']!r}, not {SCHEMA}", hint="Grade it again"
            )
        units = tuple(map(_unit, record["units"]))
        fields = _stored(record) | {"units": units, "notes": tuple(record["notes"])}
        return Graded(**fields)
    except (ValueError, KeyError, TypeError) as error:
        raise NotARecord("no record of a graded submission", hint="Grade it again") from error


def _unit(entry: dict[str, Any]) -> UnitResult:
    return UnitResult(**_stored(entry) | {"marks": tuple(Mark(**mark) for mark in entry["marks"])})


def _stored(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in _COMPUTED}
