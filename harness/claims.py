"""Claims: what the book states, as data under a closed schema."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from harness import units
from harness.checks import Check, parse_check
from reference.stages import Tier

Severity = Literal["breaks the code", "wrong number", "misleading", "slip"]
Certainty = Literal["certain", "transcription?"]
State = Literal["holds", "erratum", "drift", "draft"]
ParsedCheck = Annotated[Check, BeforeValidator(parse_check)]
Line = Annotated[str, Field(min_length=3, pattern=r"^[^\n]+$")]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Erratum(_Closed):
    """Wrong when it was printed: the right value, itself a check, and why.

    ``correction`` is what to print instead, where that is more than the right value.
    """

    right: ParsedCheck
    of: str | tuple[str, str] | None = None
    because: Line
    correction: Line | None = None
    severity: Severity
    certainty: Certainty = "certain"
    reviewed: date


class Drift(_Closed):
    """Right in the book's own environment, wrong in today's: what today's gives, and why.

    ``since`` is the library and the released version from which on it is wrong (``keras 3.0``).
    """

    today: ParsedCheck
    because: Line
    since: Annotated[str, Field(pattern=r"^[a-z0-9-]+ \d+(\.\d+)*$")] | None = None
    correction: Line | None = None
    severity: Severity
    reviewed: date


class Claim(_Closed):
    """One checkable statement of the book; a ``draft`` waits for a person's review."""

    id: Annotated[str, Field(pattern=r"^[AS]?\d+\.[a-z0-9-]+/[a-z0-9-]+$")]
    where: Line
    says: Line
    of: str | tuple[str, str]
    check: ParsedCheck
    tier: Tier = "fast"
    needs: tuple[str, ...] = ()
    graded: bool = True
    draft: bool = False
    erratum: Erratum | None = None
    drift: Drift | None = None

    @model_validator(mode="after")
    def _one_entry(self) -> "Claim":
        if self.erratum and self.drift:
            raise ValueError("a claim is an erratum or has drifted, not both")
        if self.draft and (self.erratum or self.drift):
            raise ValueError("a draft is reviewed before it is an erratum or a drift")
        return self

    @property
    def unit(self) -> str:
        return self.id.partition("/")[0]

    @property
    def state(self) -> State:
        """What the ledger expects; of a draft nothing, since nobody has reviewed it."""
        if self.draft:
            return "draft"
        return "erratum" if self.erratum else "drift" if self.drift else "holds"

    @property
    def names(self) -> tuple[str, ...]:
        """Every observation the claim speaks of, the erratum's right form included."""
        printed = (self.of,) if isinstance(self.of, str) else self.of
        other = self.erratum.of if self.erratum and self.erratum.of else ()
        return (*printed, *((other,) if isinstance(other, str) else other))

    @property
    def stage(self) -> units.Stage:
        """The reference's stage that produces the claim's observation."""
        found = units.unit(self.unit).stage(self.tier, self.needs)
        if found is None:
            raise LookupError(f"no stage of {self.unit} has tier {self.tier}, needs {self.needs}")
        return found


class ClaimFile(_Closed):
    """One TOML file: the titles of the units it holds, and their claims."""

    titles: dict[str, Line]
    claim: tuple[Claim, ...]
