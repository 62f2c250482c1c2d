"""Drafts of ledger entries, made of a refuted verdict, for a person to review."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from harness.checks import Check, CheckError, parse_check
from harness.checks.base import as_scalar
from harness.claims import Claim, Severity
from harness.eras.ledger import Finding
from harness.printed import cell
from harness.statistics import Draws
from harness.toml import toml
from harness.verdicts import Verdict

OPPOSITE = {
    "at_least": "below",
    "at_most": "above",
    "above": "at_most",
    "below": "at_least",
    "increasing": "decreasing",
    "decreasing": "increasing",
    "greater": "less",
    "less": "greater",
}


@dataclass(frozen=True)
class Proposal:
    """A draft: what kind of entry, the right value as a claim's file holds it (None: not known).

    ``book`` is what the book's own environment gives, ``position`` where the claim is.
    """

    claim: Claim
    verdict: Verdict
    book: Finding
    kind: Literal["erratum", "drift"]
    right: dict[str, Any] | None
    severity: Severity
    position: str

    def __str__(self) -> str:
        """The draft as TOML. Reason and date are left to the reviewer: the schema demands them."""
        key = "right" if self.kind == "erratum" else "today"
        right = toml(self.right) if self.right else "{ }  # what is right could not be drafted"
        return "\n".join(
            [
                f"# {self.claim.id}, {self.claim.where}: {self.claim.says}",
                f"# printed {self.verdict.expected}; today {self.verdict.found}; {self._past()}",
                f"# To be put below the claim at {self.position}, once it was reviewed.",
                f"[claim.{self.kind}]",
                f"{key:<8} = {right}",
                'because  = ""  # why, in the words of the reviewer',
                f"severity = {toml(self.severity)}  # a guess",
                "# reviewed = YYYY-MM-DD",
            ]
        )

    def _past(self) -> str:
        if self.book.outcome in ("met", "not met"):
            return f"the book's era {self.book.found}, {self.book.outcome}"
        return "not measured in the book's era, so that it may be drift as well"


def propose(
    claim: Claim,
    verdict: Verdict,
    value: Any,
    book: Finding,
    draws: Draws | None,
    position: str,
) -> Proposal:
    """The draft for a refuted verdict on ``value``; ``draws`` are those of a random result.

    Right in the book's own environment is a drift; wrong there, or not measured, an erratum.
    """
    return Proposal(
        claim,
        verdict,
        book,
        "drift" if book.outcome == "met" else "erratum",
        right_value(claim.check, value, draws),
        _severity(claim.check),
        position,
    )


def right_value(check: Check, value: Any, draws: Draws | None = None) -> dict[str, Any] | None:
    """A check of the printed one's kind that ``value`` meets; None where none was found."""
    draft = DRAFTS.get(check.name)
    if draft is None:
        return None
    try:
        table = draft(check, value, draws)
        met = parse_check(table).compare(value, draws).outcome == "met"
    except (CheckError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return table if met else None


def _equals(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {"equals": _normal(value)}


def _printed(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {check.name: _as_printed(as_scalar(value), check.expected)}


def _plausible(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    number = float(np.mean(draws.values)) if draws else as_scalar(value)
    return {check.name: _as_printed(number, check.expected)}


def _as_printed(number: float, like: str) -> str:
    """``number`` with as many digits as the print has."""
    exponent = cell(like).value.as_tuple().exponent
    assert isinstance(exponent, int)  # no print is infinite
    if "e" in like.lower():
        mantissa = like.lower().partition("e")[0]
        return f"{number:.{len(mantissa.partition('.')[2])}e}"
    return f"{number:.{max(0, -exponent)}f}"


def _attempt(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {"raises": value["raised"]} if value["raised"] else {"runs": True}


def _bound(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {OPPOSITE[check.name]: check.expected}


def _direction(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {check.name: OPPOSITE[check.expected]}


def _layers(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    keys = {key for row in check.expected for key in row}
    return {"layers": [{k: item for k, item in row.items() if k in keys} for row in value]}


def _ranking(check: Check, value: Any, draws: Draws | None) -> dict[str, Any]:
    return {"ranking": _normal(value)[: len(check.expected)]}


def _normal(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def _severity(check: Check) -> Severity:
    if check.name in ("runs", "raises"):
        return "breaks the code"
    numeric = check.name in ("printed", "plausible") or isinstance(check.expected, int | float)
    return "wrong number" if numeric else "misleading"


DRAFTS: dict[str, Callable[[Check, Any, Draws | None], dict[str, Any]]] = {
    "equals": _equals,
    "matches": _equals,
    "printed": _printed,
    "plausible": _plausible,
    "runs": _attempt,
    "raises": _attempt,
    "at_least": _bound,
    "at_most": _bound,
    "above": _bound,
    "below": _bound,
    "order": _direction,
    "tends": _direction,
    "times_as_long": lambda check, value, draws: {"times_as_long": float(f"{float(value):.2g}")},
    "layers": _layers,
    "ranking": _ranking,
    "set": lambda check, value, draws: {"set": _normal(value)},
    "shape": lambda check, value, draws: {"shape": list(np.shape(value))},
    "dtype": lambda check, value, draws: {"dtype": value.dtype.name},
}
