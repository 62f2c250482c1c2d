"""``dlw era bisect``: since which release of a library a drift is wrong."""

import sys

from harness import environment as here
from harness.claim_files import claims
from harness.claims import Claim
from harness.eras.bisection import Bounds, Laboratory, bisect, series
from harness.eras.ledger import finding
from harness.eras.parts import Part, parts
from harness.eras.record import Record, load_record
from harness.eras.specification import eras
from harness.errors import UsageError, suggestion
from reference.resources import command


def run(claim_id: str, library: str) -> int:
    """Print each release that was tried and what to write as ``since``; 1 where none was found."""
    claim = _drift(claim_id)
    old, until = _ends(claim, library)
    part = _part(claim, old)
    candidates = series(library, old.versions[library], until)
    if not candidates:
        raise UsageError(
            f"no Python here runs a release of {library} between {old.versions[library]} and "
            f"{until}",
            hint="Install more of them: `pyenv install 3.9` or `uv python install 3.9`",
        )
    names = ", ".join(str(one.version) for one in candidates)
    print(f"{claim.id}: met with {library} {old.versions[library]}; to be tried among {names}")
    laboratory = Laboratory(
        eras()[old.era], library, part, lambda text: print(text, file=sys.stderr)
    )
    bounds = bisect(candidates, lambda release: laboratory.finding(release, claim).outcome)
    for line in _told(bounds, library, old.versions[library]):
        print(line)
    return 0 if bounds.wrong and not bounds.undecided else 1


def _drift(claim_id: str) -> Claim:
    if claim_id not in claims():
        raise UsageError(f"unknown claim {claim_id!r}", hint=suggestion(claim_id, claims()))
    claim = claims()[claim_id]
    if claim.drift is None:
        raise UsageError(
            f"{claim_id} is no drift: the ledger says {claim.state}",
            hint=f"Drifts are listed by `{command('list --ledger drift')}`",
        )
    return claim


def _ends(claim: Claim, library: str) -> tuple[Record, str]:
    """The last era where the claim is met, and the library's version where it no longer is."""
    old = None
    for name in eras():
        record = load_record(name)
        outcome = finding(claim, record).outcome if record else "unmeasured"
        if record and outcome == "met":
            old = record
        elif record and outcome == "not met" and old is not None and library in record.versions:
            return _with(old, library), record.versions[library]
    if old is None:
        raise UsageError(
            f"{claim.id} is met in no era that was measured",
            hint=f"Run `{command('era verify book --record')}`",
        )
    today = here.installed(library)
    if today is None:
        raise UsageError(f"{library} is not installed here", hint="Name another with --library")
    return _with(old, library), today


def _with(record: Record, library: str) -> Record:
    if library not in record.versions:
        raise UsageError(
            f"the era {record.era} does not say which {library} it has",
            hint=f"Its libraries: {', '.join(record.versions)}",
        )
    return record


def _part(claim: Claim, record: Record) -> Part:
    """The part that gives the claim's observation; the first, of those that give two."""
    of = claim.of if isinstance(claim.of, str) else claim.of[0]
    for name, measured in record.parts.items():
        if any(key.startswith(f"{claim.unit}/{of}") for key in measured.observations):
            return parts()[name]
    raise UsageError(f"no part gives {claim.unit}/{of}", hint="It was renamed since")


def _told(bounds: Bounds, library: str, before: str) -> list[str]:
    right = bounds.right.version if bounds.right else before
    if bounds.wrong is None:
        return [f"still met in {library} {right}: try another --library"]
    lines = [f"right in {library} {right}, wrong in {bounds.wrong.version}"]
    if bounds.undecided:
        skipped = ", ".join(str(one.version) for one in bounds.undecided)
        return [*lines, f"not decided between them: {skipped}"]
    version = bounds.wrong.version
    return [*lines, f'the ledger may say: since = "{library} {version.major}.{version.minor}"']
