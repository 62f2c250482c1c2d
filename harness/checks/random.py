"""Checks of random training: one printed number is one draw, one comparison needs many."""

from typing import Any, ClassVar

import numpy as np

from harness.checks.base import (
    Check,
    CheckError,
    Comparison,
    Outcome,
    as_array,
    as_scalar,
)
from harness.checks.numeric import two_values
from harness.plain import as_text
from harness.printed import cell
from harness.statistics import (
    LEVEL,
    MIN_PAIRS,
    MIN_SEEDS,
    Draws,
    mean_interval,
    prediction_interval,
)


class Plausible(Check):
    """A printed result that could be a draw of the measured seed distribution.

    Met where the rounding cell of the print overlaps the prediction interval of the baseline and
    the run's own observation lies in it. ``LEVEL`` holds for all results of a run together.
    """

    name: ClassVar[str] = "plausible"

    def validate(self) -> None:
        if not isinstance(self.expected, str):
            raise ValueError('a printed number is a text, to keep its digits: "0.9718"')
        cell(self.expected)

    def compare(self, observed: Any, draws: Draws | None = None) -> Comparison:
        seeds = len(draws.values) if draws else 0
        if draws is None or seeds < MIN_SEEDS:
            count = f"a baseline of only {seeds} seeds" if draws else "no baseline"
            return Comparison("undecided", as_text(observed), f"{count}; {MIN_SEEDS} are needed")
        low, high, method = interval = prediction_interval(draws)
        printed = cell(self.expected)
        detail = (
            f"{seeds} seeds give [{low:.6g}, {high:.6g}], a {LEVEL:.0%} prediction interval for "
            f"{draws.together} results together, by {method}"
        )
        try:
            own = as_scalar(observed)
        except CheckError as error:
            return Comparison("not met", as_text(observed), str(error))
        if not interval.overlaps(printed.low, printed.high):
            return Comparison("not met", as_text(observed), f"{detail}; the print is outside")
        if not interval.overlaps(own, own):
            return Comparison("not met", as_text(observed), f"{detail}; this run is outside")
        return Comparison("met", as_text(observed), detail)


class Tends(Check):
    """Of two results over the same seeds, the first tends to be greater (or less).

    Met where the one-sided interval of the mean paired difference lies on that side, not met
    where it lies on the other, undecided where the seeds do not tell.
    """

    name: ClassVar[str] = "tends"
    to_decide: ClassVar[str] = "Let the reference's stage take more seeds"

    def validate(self) -> None:
        if self.expected not in ("greater", "less"):
            raise ValueError(f"tends is greater or less; found {self.expected!r}")

    def compare(self, observed: Any, draws: Draws | None = None) -> Comparison:
        try:
            first, second = map(as_array, two_values(observed))
        except CheckError as error:
            return Comparison("not met", as_text(observed), str(error))
        if first.shape != second.shape or first.ndim != 1 or first.size < MIN_PAIRS:
            problem = f"shapes {first.shape} and {second.shape}; {MIN_PAIRS} pairs are needed"
            return Comparison("undecided", as_text(observed), problem)
        sign = 1.0 if self.expected == "greater" else -1.0
        differences = sign * (first.astype(np.float64) - second.astype(np.float64))
        if lost := int(np.isnan(differences).sum()):
            problem = f"{lost} of {first.size} pairs hold no number"
            return Comparison("undecided", as_text(observed), problem)
        low, high, method = mean_interval(list(differences))
        detail = (
            f"{first.size} pairs differ by {sign * differences.mean():.4g} on average; "
            f"one-sided {LEVEL:.0%} bounds {low:.4g} and {high:.4g} on the claimed side ({method})"
        )
        outcome: Outcome = "met" if low > 0 else "not met" if high < 0 else "undecided"
        return Comparison(outcome, as_text(observed), detail)


CHECKS: tuple[type[Check], ...] = (Plausible, Tends)
