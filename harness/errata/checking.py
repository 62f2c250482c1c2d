"""Whether the ledger still holds: stale entries, entries at odds, records of what is gone."""

from collections.abc import Iterable, Iterator

from harness.claims import Claim
from harness.eras.record import Record
from harness.errata.entries import Entry
from harness.errors import suggestion


def faults(
    entries: Iterable[Entry], claims: list[Claim], records: list[Record], units: Iterable[str]
) -> Iterator[str]:
    """A line for each fault; none where the ledger holds."""
    for entry in entries:
        if entry.stale:
            yield f"{entry.claim}: stale, {entry.stale}"
    yield from _at_odds([claim for claim in claims if not claim.draft])
    yield from _gone(records, set(units))


def _at_odds(claims: list[Claim]) -> Iterator[str]:
    """Entries that cannot both be true, or that correct a print to itself."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        statement = (claim.unit, claim.tier, claim.needs, claim.of, repr(claim.check))
        other = seen.setdefault(statement, claim)
        if other.state != claim.state:
            yield (
                f"{claim.id}: contradictory, it is recorded as {_entry(claim)}, and {other.id}, "
                f"which says the same of {claim.of}, as {_entry(other)}"
            )
        erratum = claim.erratum
        if erratum and erratum.of in (None, claim.of) and repr(erratum.right) == repr(claim.check):
            yield f"{claim.id}: contradictory, its right value is the printed one"


def _entry(claim: Claim) -> str:
    return "what holds" if claim.state == "holds" else claim.state


def _gone(records: list[Record], units: set[str]) -> Iterator[str]:
    """Evidence of units that are not there: they were renamed, and their evidence was not."""
    for record in records:
        for unit in sorted({key.partition("/")[0] for key in record.observations} - units):
            yield (
                f"{unit}: the record of the era {record.era} is of a unit that is not there; "
                f"rename it in its part and measure it anew. {suggestion(unit, units)}"
            )
