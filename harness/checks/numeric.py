"""Checks of numbers: printed digits, bounds, and the order of two observations."""

import math
from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np

from harness.checks.base import (
    Check,
    CheckError,
    DirectCheck,
    as_array,
    as_scalar,
    require_number,
    shape_of,
)
from harness.printed import cell


def _leaves(nested: Any) -> Iterator[Any]:
    if isinstance(nested, list):
        for item in nested:
            yield from _leaves(item)
    else:
        yield nested


class Printed(DirectCheck):
    """Numbers as printed: each observed one rounds to its print (see :mod:`harness.printed`)."""

    name: ClassVar[str] = "printed"

    def validate(self) -> None:
        for leaf in _leaves(self.expected):
            if not isinstance(leaf, str):
                raise ValueError(f'a printed number is a text, to keep its digits: "{leaf}"')
            cell(leaf)
        shape_of(self.expected)

    def verify(self, observed: Any) -> bool | str:
        array = as_array(observed)
        expected = shape_of(self.expected)
        if array.shape != expected:
            return f"the shape is {list(array.shape)}, the print's {list(expected)}"
        wrong = [
            f"{text} is printed where {value!s} was found"
            for text, value in zip(_leaves(self.expected), array.ravel(), strict=True)
            if not cell(text).admits(value)
        ]
        return not wrong or "; ".join(wrong[:4]) + (" ..." if len(wrong) > 4 else "")


class Bound(DirectCheck):
    """A bound on every element of the observation; NaN meets none."""

    relation: ClassVar[Any]

    def validate(self) -> None:
        require_number("a bound", self.expected)

    def verify(self, observed: Any) -> bool | str:
        array = as_array(observed)
        if array.size == 0:
            raise CheckError("the observation is empty")
        kept = type(self).relation(array, self.expected)
        return bool(kept.all()) or f"{int((~kept).sum())} of {array.size} values do not keep it"


class AtLeast(Bound):
    name: ClassVar[str] = "at_least"
    relation: ClassVar[Any] = np.greater_equal


class AtMost(Bound):
    name: ClassVar[str] = "at_most"
    relation: ClassVar[Any] = np.less_equal


class Above(Bound):
    name: ClassVar[str] = "above"
    relation: ClassVar[Any] = np.greater


class Below(Bound):
    name: ClassVar[str] = "below"
    relation: ClassVar[Any] = np.less


def two_values(observed: Any) -> tuple[Any, Any]:
    """The two observations of a claim whose ``of`` names two."""
    if not isinstance(observed, list) or len(observed) != 2:
        raise CheckError("two observations are compared; name both in `of`")
    return observed[0], observed[1]


class Order(DirectCheck):
    """Two scalars in strict order: the first smaller (``increasing``) or larger."""

    name: ClassVar[str] = "order"

    def validate(self) -> None:
        if self.expected not in ("increasing", "decreasing"):
            raise ValueError(f"an order is increasing or decreasing; found {self.expected!r}")

    def verify(self, observed: Any) -> bool | str:
        first, second = map(as_scalar, two_values(observed))
        if math.isnan(first) or math.isnan(second):
            return "one of the two is not a number"
        return first < second if self.expected == "increasing" else first > second


CHECKS: tuple[type[Check], ...] = (Printed, AtLeast, AtMost, Above, Below, Order)
