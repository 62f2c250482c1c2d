"""Checks of what code does: a listing that runs or raises, a model's table of layers."""

from typing import Any, ClassVar

from harness.checks.base import Check, CheckError, DirectCheck

LAYER_KEYS = ("name", "type", "output", "params")


def _attempt(observed: Any) -> Any:
    if not isinstance(observed, dict) or observed.keys() != {"raised", "message"}:
        raise CheckError("the observation is not an attempt (raised, message)")
    return observed["raised"]


class Runs(DirectCheck):
    """A call that works."""

    name: ClassVar[str] = "runs"

    def validate(self) -> None:
        if self.expected is not True:
            raise ValueError("write `runs = true`, or `raises` with the exception's name")

    def verify(self, observed: Any) -> bool | str:
        raised = _attempt(observed)
        return raised is None or f"it raised {raised}: {observed['message']}"


class Raises(DirectCheck):
    """A call that fails with this exception."""

    name: ClassVar[str] = "raises"

    def validate(self) -> None:
        if not isinstance(self.expected, str) or not self.expected.isidentifier():
            raise ValueError(f"raises names an exception's class; found {self.expected!r}")

    def verify(self, observed: Any) -> bool | str:
        raised = _attempt(observed)
        return raised == self.expected or (f"it raised {raised}" if raised else "it ran")


class Layers(DirectCheck):
    """A model's table of layers; a row's missing keys are not compared."""

    name: ClassVar[str] = "layers"

    def validate(self) -> None:
        if not isinstance(self.expected, list) or not self.expected:
            raise ValueError("a table of layers is a list of rows")
        for row in self.expected:
            if not isinstance(row, dict) or not row or not row.keys() <= set(LAYER_KEYS):
                raise ValueError(f"a layer's row has some of {', '.join(LAYER_KEYS)}; found {row}")

    def verify(self, observed: Any) -> bool | str:
        if not isinstance(observed, list) or not all(isinstance(row, dict) for row in observed):
            raise CheckError("the observation is not a table of layers")
        if len(observed) != len(self.expected):
            return f"{len(observed)} layers, {len(self.expected)} are printed"
        wrong = [
            f"layer {number}: {key} is {found.get(key)!r}, {row[key]!r} is printed"
            for number, (row, found) in enumerate(zip(self.expected, observed, strict=True), 1)
            for key in row
            if found.get(key) != row[key]
        ]
        return not wrong or "; ".join(wrong)


CHECKS: tuple[type[Check], ...] = (Runs, Raises, Layers)
