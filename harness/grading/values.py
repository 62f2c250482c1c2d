"""Values of a submission's timeline, found by the places of a grading sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from harness.grading.found_units import Segment
from harness.grading.pool import Run
from harness.grading.sheets import SHOWN, Absent, Place
from harness.grading.worker.frames import DTYPES
from harness.plain import as_text

MAX_VALUES = 4  # a name that runs through more distinct values is read by its last alone


class Large:
    """An array too large to travel: its shape and type are known, its values are not."""

    def __init__(self, dtype: str, shape: list[int]) -> None:
        self.array = np.broadcast_to(np.zeros((), np.dtype("<" + dtype)), tuple(shape))


@dataclass(frozen=True)
class Value:
    """A value and where it stood; ``final`` where the name still held it at the segment's end."""

    value: Any
    place: str
    cell: int
    line: int
    final: bool = True

    def source(self, labels: list[str]) -> str:
        label = labels[self.cell - 1] if 0 < self.cell <= len(labels) else ""
        shown = self.place.partition("[")[0].partition(".")[0] in ("", SHOWN)
        name = "what is shown" if shown else self.place
        return f"{name} in {label}, line {self.line}" if label else name


class Values:
    """What the names of one run held; models are replaced by what they were rebuilt to."""

    def __init__(self, run: Run, models: dict[int, Any]) -> None:
        self._snapshots: list[tuple[str, str, int, int, Any]] = []
        self._many: set[tuple[str, str]] = set()  # local names that ran through too many values
        for frame in run.of_kind("value"):
            value = frame.get("value")
            if isinstance(value, dict) and "__many__" in value:
                self._many.add((str(frame.get("name")), str(frame.get("scope"))))
                continue
            if isinstance(value, dict) and "__model__" in value:
                value = models.get(id(value))
            elif isinstance(value, dict) and "__large__" in value:
                value = _large(value["__large__"])
            if value is not None:
                self._snapshots.append(
                    (
                        str(frame.get("name")),
                        str(frame.get("scope")),
                        _int(frame.get("cell")),
                        _int(frame.get("line")),
                        value,
                    )
                )

    def of(self, place: Place, segment: Segment) -> Iterator[Value]:
        """Values at a place, latest first; all of them only where they are few."""
        if place.root == SHOWN:
            parts = [
                Value(part, place.text, value.cell, value.line)
                for value in reversed(self.shown(segment))
                for part in _numbers(place, value.value)
            ]
            yield from parts if len(parts) <= MAX_VALUES else parts[:1]
            return
        for in_function in (False, True):
            found = [
                (cell, line, value)
                for name, scope, cell, line, value in self._snapshots
                if name == place.root
                and bool(scope) == in_function
                and (name, scope) not in self._many
                and (place.is_call or segment.holds(cell, line))
            ]
            texts: set[str] = set()
            different: dict[object, Value] = {}
            for index, (cell, line, value) in enumerate(reversed(found)):
                try:
                    part = place.of(value)
                except Absent:
                    continue
                new = Value(part, place.text, cell, line, final=index == 0)
                different.setdefault(_identity(part), new)
                texts.add(as_text(part))
                if len(texts) > MAX_VALUES:
                    break
            yield from list(different.values())[: None if len(texts) <= MAX_VALUES else 1]
            if different:
                return

    def shown(self, segment: Segment) -> list[Value]:
        """Values without a name that were printed or displayed."""
        return [
            Value(value, "", cell, line)
            for name, _, cell, line, value in self._snapshots
            if not name and segment.holds(cell, line)
        ]

    def any_of(self, names: set[str], segment: Segment) -> bool:
        return any(
            name in names and segment.holds(cell, line)
            for name, _, cell, line, _ in self._snapshots
        )


def _numbers(place: Place, value: Any) -> list[Any]:
    """The part of a shown value at this place, where it is one float: a shape is no result."""
    try:
        part = place.of(value)
    except Absent:
        return []
    single = isinstance(part, float) or (
        isinstance(part, np.ndarray) and part.ndim == 0 and part.dtype.kind == "f"
    )
    return [part] if single else []


def model_frames(run: Run) -> list[dict[str, Any]]:
    """Values of the run that are models."""
    return [
        frame["value"]
        for frame in run.of_kind("value")
        if isinstance(frame.get("value"), dict) and "__model__" in frame["value"]
    ]


def _large(described: Any) -> Large | None:
    try:
        if described["dtype"] not in DTYPES:
            return None
        return Large(described["dtype"], [int(size) for size in described["shape"]])
    except (TypeError, ValueError, KeyError, OverflowError):
        return None


def _identity(value: Any) -> object:
    """The same for values that are the same to every check."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    return type(value), str(value)


def _int(value: Any) -> int:
    return value if type(value) is int else 0
