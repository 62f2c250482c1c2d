"""Records: what was measured in an era, kept as data beside its command."""

from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from harness.book import current
from harness.claims import Claim
from harness.eras.specification import eras, folder
from harness.errors import FixtureError
from harness.files import write_atomically
from harness.plain import from_json
from harness.statistics import Draws
from reference.resources import command

BOOK = "book"  # the era that the ledger's entries are held against
DRAWS = "_draws"


class Measured(BaseModel):
    """What one part gave: observations by ``unit/name``, made from a source of this digest.

    ``failures`` are the functions that do not run in the era, with the reason.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: str
    observations: dict[str, Any]
    failures: dict[str, str] = {}


class Record(BaseModel):
    """What an era gave, part by part, with the versions it was measured with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    era: str
    command: str
    versions: dict[str, str]
    parts: dict[str, Measured]

    @cached_property
    def observations(self) -> dict[str, Any]:
        """Every part's observations together."""
        return {
            key: value for part in self.parts.values() for key, value in part.observations.items()
        }

    def observed(self, unit: str, of: str | tuple[str, str]) -> Any:
        """The value under a name, a list of two under two; :class:`KeyError` where it is not."""
        if isinstance(of, str):
            return from_json(self.observations[f"{unit}/{of}"])
        return [self.observed(unit, name) for name in of]

    def draws(self, claim: Claim) -> Draws | None:
        """What a random result gave over the seeds measured in the era; None where it was not."""
        values = self.observations.get(f"{claim.unit}/{claim.of}{DRAWS}")
        if not values:
            return None
        of_unit = [key for key in self.observations if key.startswith(f"{claim.unit}/")]
        return Draws(values, together=sum(key.endswith(DRAWS) for key in of_unit))


def record_path(era: str) -> Path:
    return folder() / f"{era}.json"


def load_record(era: str = BOOK) -> Record | None:
    """An era's committed record; None where there is none, :class:`FixtureError` if damaged."""
    path = record_path(era)
    if not path.is_file():
        return None
    return _read(path, path.stat().st_mtime_ns)


@cache
def _read(path: Path, _changed: int) -> Record:
    try:
        return Record.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise FixtureError(
            f"malformed record: {error.errors()[0]['msg']}",
            where=current().shown(path),
            hint=f"Run `{command(f'era verify {path.stem} --record')}`, which writes it anew",
        ) from None


def records() -> list[Record]:
    """Every era's committed record: of declared eras from old to new, then of any other."""
    declared = list(eras())
    others = sorted({path.stem for path in folder().glob("*.json")} - {*declared})
    found = [load_record(name) for name in (*declared, *others)]
    return [record for record in found if record is not None]


def save_record(record: Record) -> Path:
    """Write the record whole or not at all."""
    path = record_path(record.era)
    write_atomically(path, record.model_dump_json(indent=1) + "\n")
    return path
