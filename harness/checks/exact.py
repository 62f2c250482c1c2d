"""Checks without tolerance: values, shapes, types, sets, rankings, texts."""

import re
from typing import Any, ClassVar

import numpy as np

from harness.checks.base import Check, CheckError, DirectCheck, as_array


def _normal(value: Any) -> Any:
    """Plain data with every array as nested lists, for comparison by structure."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items()}
    return [_normal(item) for item in value] if isinstance(value, list) else value


def _identical(expected: Any, observed: Any) -> bool:
    """Equality in which a truth value is no number: ``true`` is not 1."""
    if isinstance(expected, list) and isinstance(observed, list):
        return len(expected) == len(observed) and all(map(_identical, expected, observed))
    if isinstance(expected, dict) and isinstance(observed, dict):
        return expected.keys() == observed.keys() and all(
            _identical(expected[key], observed[key]) for key in expected
        )
    return isinstance(expected, bool) == isinstance(observed, bool) and bool(expected == observed)


class Equals(DirectCheck):
    """The same value; an array is compared in its own type, so 0.3 equals a float32's 0.3."""

    name: ClassVar[str] = "equals"

    def verify(self, observed: Any) -> bool | str:
        expected = self.expected
        if isinstance(observed, np.ndarray) and observed.dtype.kind == "f":
            try:
                expected = np.asarray(expected, dtype=observed.dtype).tolist()
            except (TypeError, ValueError):
                return "the observation is an array of numbers, the expectation is not"
        return _identical(expected, _normal(observed))


class Shape(DirectCheck):
    """The shape of an array."""

    name: ClassVar[str] = "shape"

    def validate(self) -> None:
        if not isinstance(self.expected, list) or not all(
            type(n) is int and n >= 0 for n in self.expected
        ):
            raise ValueError(f"a shape is a list of sizes; found {self.expected!r}")

    def verify(self, observed: Any) -> bool | str:
        found = list(np.shape(as_array(observed)))
        return found == self.expected or f"the shape is {found}"


class Dtype(DirectCheck):
    """The element type of an array, by NumPy's name."""

    name: ClassVar[str] = "dtype"

    def validate(self) -> None:
        try:
            np.dtype(self.expected)
        except TypeError as error:
            raise ValueError(f"unknown dtype {self.expected!r}") from error

    def verify(self, observed: Any) -> bool | str:
        if not isinstance(observed, np.ndarray):
            raise CheckError(f"a {type(observed).__name__} has no dtype")
        return observed.dtype.name == self.expected or f"the dtype is {observed.dtype.name}"


class Ranking(DirectCheck):
    """An ordered list that begins so."""

    name: ClassVar[str] = "ranking"

    def validate(self) -> None:
        if not isinstance(self.expected, list) or not self.expected:
            raise ValueError("a ranking is a list with at least one item")

    def verify(self, observed: Any) -> bool | str:
        found = _normal(observed)
        if not isinstance(found, list):
            raise CheckError("the observation is not a list")
        return _identical(self.expected, found[: len(self.expected)])


class Set(DirectCheck):
    """The same members, each once, in any order."""

    name: ClassVar[str] = "set"

    def validate(self) -> None:
        if not isinstance(self.expected, list) or len(set(map(repr, self.expected))) != len(
            self.expected
        ):
            raise ValueError("a set is a list without repetition")

    def verify(self, observed: Any) -> bool | str:
        found = _normal(observed)
        if not isinstance(found, list):
            raise CheckError("the observation is not a list")
        return sorted(map(repr, found)) == sorted(map(repr, self.expected))


class Matches(DirectCheck):
    """A text in which the regular expression is found."""

    name: ClassVar[str] = "matches"

    def validate(self) -> None:
        try:
            re.compile(self.expected)
        except (re.error, TypeError) as error:
            raise ValueError(f"{self.expected!r} is no regular expression: {error}") from error

    def verify(self, observed: Any) -> bool | str:
        if not isinstance(observed, str):
            raise CheckError(f"the observation is a {type(observed).__name__}, not a text")
        return re.search(self.expected, observed) is not None


CHECKS: tuple[type[Check], ...] = (Equals, Shape, Dtype, Ranking, Set, Matches)
