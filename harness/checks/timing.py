"""Checks of how long things take, which a machine decides as much as the code does."""

import math
from typing import Any, ClassVar

from harness.checks.base import (
    Check,
    CheckError,
    Comparison,
    Outcome,
    as_scalar,
    require_number,
)
from harness.plain import as_text
from harness.statistics import Draws

NEAR, FAR = 1.5, 3.0


class TimesAsLong(Check):
    """One thing takes about so many times as long as another, both timed in one run.

    Met within a factor of ``NEAR``, not met beyond one of ``FAR``. Between them it is undecided:
    processors differ by that much in what a call costs beside the arithmetic.
    """

    name: ClassVar[str] = "times_as_long"
    to_decide: ClassVar[str] = "Run it again with nothing else running, or on another processor"

    def validate(self) -> None:
        require_number(self.name, self.expected)
        if not 0 < self.expected < math.inf:
            raise ValueError(f"times_as_long is positive; found {self.expected!r}")

    def compare(self, observed: Any, draws: Draws | None = None) -> Comparison:
        try:
            found = as_scalar(observed)
        except CheckError as error:
            return Comparison("not met", as_text(observed), str(error))
        if not 0 < found < math.inf:
            return Comparison("not met", as_text(observed), "a ratio of times is positive")
        factor = max(found / self.expected, self.expected / found)
        outcome: Outcome = "met" if factor <= NEAR else "not met" if factor > FAR else "undecided"
        detail = "a ratio of times depends on the machine" if outcome != "met" else ""
        return Comparison(outcome, as_text(observed), detail)


CHECKS: tuple[type[Check], ...] = (TimesAsLong,)
