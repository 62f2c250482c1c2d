"""How a reader's own value is compared: as the claim's check does, fair to another library.

The book's prints are those of float32 and of layers named by a counter. A reader who computes in
float64, names a layer or adds the input layer by hand is right all the same.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from harness.baselines import load_baseline, measuring_command
from harness.book import once_a_book
from harness.checks import Check
from harness.checks.base import CheckError, as_array, as_scalar
from harness.checks.behaviour import Layers
from harness.checks.exact import Dtype, Equals, Shape
from harness.checks.numeric import Printed
from harness.checks.random import Plausible
from harness.claims import Claim
from harness.grading.values import Large
from harness.plain import as_text
from harness.statistics import LEVEL, MIN_SEEDS, Draws, prediction_interval

RELATIVE, ABSOLUTE = 1e-4, 1e-6


@dataclass(frozen=True)
class Judged:
    """Whether a value is right; ``None`` where that cannot be said, with the reason in ``note``."""

    right: bool | None
    expected: str
    note: str = ""


@dataclass(frozen=True)
class Terms:
    """What a submission ran under: an era's libraries, and at most so many epochs a training."""

    era: str = "today"
    epochs: int | None = None


def judge_value(claim: Claim, value: Any, terms: Terms) -> Judged:
    """Compare a submission's value with what is true (not with what is misprinted)."""
    results = [_judge(check, claim, value, terms) for check in _checks(claim, terms.era)]
    best = next((result for result in results if result.right), results[0])
    if best.right is False and terms.epochs and claim.stage.trains and claim.tier != "fast":
        note = f"it may be another after more than {terms.epochs} epochs"
        return Judged(None, best.expected, note)
    return best


def expectation(claim: Claim, terms: Terms) -> str:
    """What is right, in words, for feedback."""
    return str(_checks(claim, terms.era)[0])


def _checks(claim: Claim, era: str) -> list[Check]:
    """What a right value meets, any one of them; the first is told."""
    if claim.erratum:
        return [claim.erratum.right]
    if claim.drift and era != "book":
        return [claim.drift.today, claim.check]
    return [claim.check]


def draws_of(claim: Claim, terms: Terms) -> Draws | None:
    """What the reference's own trainings gave for the claim's result; ``None`` unmeasured."""
    return _draws(claim.unit, claim.tier, claim.names[0], terms.epochs)


@once_a_book
def _draws(unit: str, tier: str, name: str, epochs: int | None) -> Draws | None:
    baseline = load_baseline(unit, tier, epochs)
    return baseline.draws(name) if baseline else None


def _judge(check: Check, claim: Claim, value: Any, terms: Terms) -> Judged:
    if isinstance(check, Plausible):
        return _judge_random(check, claim, value, terms)
    if isinstance(value, Large):
        if not isinstance(check, Shape | Dtype):
            return Judged(False, str(check), "the array is too large to be compared")
        value = value.array
    if isinstance(check, Layers):
        check, value = _without_names(check), _without_inputs(value)
    if isinstance(check, Dtype):
        return Judged(_same_kind(check, value), str(check))
    comparison = check.compare(value)
    right = comparison.outcome == "met" or _nearly(check, value)
    return Judged(right, str(check), "" if right else comparison.detail)


def _judge_random(check: Plausible, claim: Claim, value: Any, terms: Terms) -> Judged:
    """A training's result is right where it could be a draw of the reference's own."""
    draws = draws_of(claim, terms)
    if draws is None or len(draws.values) < MIN_SEEDS:
        return Judged(None, str(check), _unmeasured(claim, terms))
    low, high, _ = prediction_interval(draws)
    expected = f"between {low:.4g} and {high:.4g} ({LEVEL:.0%} of honest runs)"
    try:
        own = as_scalar(value)
    except CheckError as error:
        return Judged(False, expected, str(error))
    return Judged(bool(low <= own <= high), expected)


def _unmeasured(claim: Claim, terms: Terms) -> str:
    result = f"{claim.unit}/{claim.names[0]}"
    if terms.epochs and load_baseline(claim.unit, claim.tier, terms.epochs):
        return f"a training of {terms.epochs} epochs has no {result}"
    command = measuring_command(claim.unit, claim.tier, terms.epochs)
    return f"no baseline of {result} has been measured: `{command}` measures it"


def _without_names(check: Layers) -> Layers:
    rows = [{k: v for k, v in row.items() if k != "name"} for row in check.expected]
    return Layers([row for row in rows if row.get("type") != "InputLayer"])


def _without_inputs(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [r for r in value if not (isinstance(r, dict) and r.get("type") == "InputLayer")]


def _same_kind(check: Dtype, value: Any) -> bool:
    """float64 where float32 is printed is the reader's library, an integer is not."""
    try:
        return bool(as_array(value).dtype.kind == np.dtype(check.expected).kind)
    except CheckError:
        return False


def _nearly(check: Check, value: Any) -> bool:
    """Numbers that differ by no more than float32's arithmetic does from float64's."""
    if not isinstance(check, Equals | Printed):
        return False
    try:
        found = as_array(value)
        expected = np.asarray(check.expected, dtype=np.float64)
    except (CheckError, TypeError, ValueError):
        return False
    if found.dtype.kind == "b" or found.shape != expected.shape:
        return False
    return bool(np.allclose(found.astype(np.float64), expected, rtol=RELATIVE, atol=ABSOLUTE))


def same(first: Any, second: Any) -> bool:
    """Whether two plain values are the same up to float32's arithmetic."""
    if isinstance(first, Large) or isinstance(second, Large):
        return False
    try:
        a, b = as_array(first), as_array(second)
    except CheckError:
        return as_text(first, 10_000) == as_text(second, 10_000)
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=RELATIVE, atol=ABSOLUTE))
