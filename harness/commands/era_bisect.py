"""``dlw era bisect``: since which release of a library a drift is wrong."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from harness import environment as here
from harness.claim_files import claims
from harness.claims import Claim
from harness.eras.bisection import Bounds, Laboratory, bisect, series
from harness.eras.index import Release
from harness.eras.ledger import finding
from harness.eras.parts import Part, parts
from harness.eras.record import Record, load_record
from harness.eras.specification import eras
from harness.errors import UsageError, suggestion
from reference.resources import command


@dataclass(frozen=True)
class Question:
    """A drift, the last era where it is met, its part, and the releases among which it changed."""

    claim: Claim
    right: Record
    part: Part
    candidates: list[Release]

    @property
    def span(self) -> tuple[str, ...]:
        """Between which releases the drift came, and what else was installed."""
        return (self.right.era, *(str(one.version) for one in self.candidates))


def run(claim_ids: Sequence[str], library: str) -> int:
    """Print each release that was tried and what to write as ``since``; 1 where one has none."""
    questions = [_question(_drift(claim_id), library) for claim_id in claim_ids]
    laboratories = {
        question.span: _laboratory(questions, question, library) for question in questions
    }
    answered = [_answer(question, laboratories[question.span]) for question in questions]
    return 0 if all(answered) else 1


def _answer(question: Question, laboratory: Laboratory) -> bool:
    claim, part, library = question.claim, question.part, laboratory.library
    before = question.right.versions[library]
    names = ", ".join(str(one.version) for one in question.candidates)
    print(f"{claim.id}: met with {library} {before}; to be tried among {names}")
    bounds = bisect(
        question.candidates, lambda release: laboratory.finding(release, claim, part).outcome
    )
    for line in _told(bounds, library, before):
        print(f"{claim.id}: {line}")
    return bounds.wrong is not None and not bounds.undecided


def _notice(text: str) -> None:
    print(text, file=sys.stderr)


def _laboratory(questions: Sequence[Question], like: Question, library: str) -> Laboratory:
    """One for all drifts that came between the same releases: they will be asked of the same."""
    asked = {one.part.name: one.part for one in questions if one.span == like.span}
    return Laboratory(eras()[like.right.era], library, list(asked.values()), _notice)


def _question(claim: Claim, library: str) -> Question:
    old, until = _ends(claim, library)
    before = old.versions[library]
    if before == until:
        raise UsageError(
            f"{claim.id} is met with {library} {before} and is not with the same {library} later",
            hint="Name another library with --library; data may have changed too",
        )
    candidates = series(library, before, until)
    if not candidates:
        raise UsageError(
            f"no Python here runs a release of {library} between {before} and {until}",
            hint="Install more of them: `pyenv install 3.9` or `uv python install 3.9`",
        )
    return Question(claim, old, _part(claim, old), candidates)


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
