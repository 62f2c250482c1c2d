"""What every check is: an expectation that can be parsed, compared and shown."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

import numpy as np

from harness.plain import as_text
from harness.statistics import Draws

Outcome = Literal["met", "not met", "undecided"]


class CheckError(Exception):
    """The observation is of a kind that this check cannot compare, so the claim is not met."""


@dataclass(frozen=True)
class Comparison:
    """Whether an expectation is met, what was found, and how the two compare."""

    outcome: Outcome
    found: str
    detail: str = ""


@dataclass(frozen=True)
class Check(ABC):
    """An expectation: ``expected`` as the claim's file holds it.

    ``to_decide`` is what would decide an undecided one, where that is not a larger baseline.
    """

    expected: Any
    name: ClassVar[str]
    to_decide: ClassVar[str] = ""

    @classmethod
    def parse(cls, expected: Any) -> Self:
        """Build the check; ``ValueError`` where ``expected`` has the wrong form."""
        check = cls(expected)
        check.validate()
        return check

    def validate(self) -> None:  # noqa: B027 - most expectations may be anything
        """Raise ``ValueError`` where ``expected`` has the wrong form."""

    @abstractmethod
    def compare(self, observed: Any, draws: Draws | None = None) -> Comparison:
        """Compare plain data with the expectation.

        ``draws`` are the baseline's values of the same observation, for checks of random results.
        """

    def __str__(self) -> str:
        return f"{self.name} {as_text(self.expected)}"


class DirectCheck(Check):
    """A check that the observation alone decides: met or not met."""

    @abstractmethod
    def verify(self, observed: Any) -> bool | str:
        """True where met; else False, or a sentence that says how it is not."""

    def compare(self, observed: Any, draws: Draws | None = None) -> Comparison:
        try:
            answer = self.verify(observed)
        except CheckError as error:
            answer = str(error)
        outcome: Outcome = "met" if answer is True else "not met"
        return Comparison(outcome, as_text(observed), answer if isinstance(answer, str) else "")


def require_number(what: str, expected: Any) -> None:
    """``ValueError`` where an expectation is no number; a truth value is none."""
    if isinstance(expected, bool) or not isinstance(expected, int | float):
        raise ValueError(f"{what} is a number; found {expected!r}")


def as_array(observed: Any) -> np.ndarray[Any, Any]:
    """The observation as a numeric or boolean array."""
    try:
        array = np.asarray(observed)
    except ValueError:
        raise CheckError("the observation is a ragged list, not an array") from None
    if array.dtype.kind not in "biuf":
        raise CheckError(f"the observation is not numeric: {as_text(observed, 80)}")
    return array


def as_scalar(observed: Any) -> float:
    """The observation as one number."""
    array = as_array(observed)
    if array.size != 1:
        raise CheckError(f"one number is expected; the observation has shape {array.shape}")
    return float(array.reshape(()))


def shape_of(nested: Any) -> tuple[int, ...]:
    """Shape of a rectangular nested list; ``ValueError`` where it is ragged."""
    if not isinstance(nested, list):
        return ()
    shapes = {shape_of(item) for item in nested}
    if len(shapes) > 1:
        raise ValueError("the rows of the expectation differ in length")
    return (len(nested), *(shapes.pop() if shapes else ()))
