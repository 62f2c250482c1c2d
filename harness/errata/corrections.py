"""Suggested corrections, in plain sentences made of the ledger's own words."""

from collections.abc import Callable
from typing import Any

from harness.checks import Check
from harness.claims import Claim
from harness.plain import as_text

SHORT = 160


def correction(claim: Claim) -> str:
    """What to print instead: the ledger's own proposal, or one made of its right value and reason.

    :class:`ValueError` for a claim that stands as printed.
    """
    entry = claim.erratum or claim.drift
    if entry is None:
        raise ValueError(f"{claim.id} stands as printed: there is nothing to correct")
    if entry.correction:
        return entry.correction
    right = claim.erratum.right if claim.erratum else claim.drift.today if claim.drift else None
    assert right is not None
    reason = _sentence(entry.because)
    if claim.drift:
        since = f" since {claim.drift.since}" if claim.drift.since else ""
        return f"Add that with today's libraries{since} {said(right)}. {reason}"
    if said(right) == said(claim.check):  # of another value than the book's
        return reason
    return f"Instead: {said(right)}. {reason}"


def said(check: Check) -> str:
    """What a check expects, as the clause of a sentence."""
    return PHRASES.get(check.name, _any)(check.name, check.expected)


def _any(name: str, expected: Any) -> str:
    return f"{name.replace('_', ' ')} {_short(expected)}"


def _equals(name: str, expected: Any) -> str:
    if isinstance(expected, bool):
        return "this is so" if expected else "this is not so"
    if isinstance(expected, dict) and expected.keys() == {"raised", "message"}:
        return (
            f"the call fails with {expected['raised']}" if expected["raised"] else "the call works"
        )
    return f"it is {_short(expected)}"


def _ranking(name: str, expected: Any) -> str:
    return f"the list begins {', '.join(map(str, expected))}"


def _of(text: str) -> Callable[[str, Any], str]:
    return lambda name, expected: text.format(_short(expected).strip("'"))


def _short(value: Any) -> str:
    return as_text(value, SHORT)


def _sentence(text: str) -> str:
    first = text[:1].upper() if text[:1].islower() and text.split()[0].isalpha() else text[:1]
    return f"{first}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


PHRASES: dict[str, Callable[[str, Any], str]] = {
    "equals": _equals,
    "printed": _of("it is {}"),
    "shape": _of("the shape is {}"),
    "dtype": _of("the type is {}"),
    "at_least": _of("it is {} or more"),
    "at_most": _of("it is {} or less"),
    "above": _of("it is above {}"),
    "below": _of("it is below {}"),
    "order": _of("the two are {}"),
    "tends": _of("the first tends to be {}"),
    "times_as_long": _of("it takes about {} times as long"),
    "ranking": _ranking,
    "set": _of("the members are {}"),
    "layers": _of("the table of layers is {}"),
    "matches": _of("the text matches {}"),
    "runs": lambda name, expected: "the call works" if expected else "the call fails",
    "raises": _of("the call fails with {}"),
    "plausible": _of("it is about {}"),
}
