"""Eras: what was measured in the book's own environment, kept as data beside its command."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from harness.book import current, once_a_book
from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.errors import FixtureError
from harness.plain import from_json


class Era(BaseModel):
    """Observations by ``unit/name``, with the versions they were made with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    command: str
    versions: dict[str, str]
    observations: dict[str, Any]

    def observed(self, claim: Claim) -> list[Any] | None:
        """The values the claim as printed speaks of; None where one was not measured."""
        names = (claim.of,) if isinstance(claim.of, str) else claim.of
        keys = [f"{claim.unit}/{name}" for name in names]
        if any(key not in self.observations for key in keys):
            return None
        return [from_json(self.observations[key]) for key in keys]

    def contradiction(self, claim: Claim) -> str:
        """How the book's own environment contradicts the claim's entry; empty where it does not.

        A drift must have been true there and an erratum must not; what merely was not measured
        there contradicts nothing but a drift, which claims just that.
        """
        if isinstance(claim.check, Plausible | Tends):
            return ""
        values = self.observed(claim)
        if values is None:
            return "recorded as drift, but not measured in the book's era" if claim.drift else ""
        met = claim.check.compare(values[0] if isinstance(claim.of, str) else values)
        if (met.outcome == "met") == (claim.state != "erratum"):
            return ""
        outcome = "met" if met.outcome == "met" else "not met"
        return f"{claim.state}, yet {outcome} in the book's era, which gives {met.found}"


@once_a_book
def book_era(path: Path | None = None) -> Era | None:
    """The book's era (Python 3.7, TensorFlow 2.1); None where it was not measured."""
    path = path or current().eras / "book.json"
    if not path.is_file():
        return None
    try:
        return Era.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise FixtureError(
            f"malformed era: {error.errors()[0]['msg']}",
            where=current().shown(path),
            hint="Run `tox -e book`, which writes it anew",
        ) from None
