"""``dlw era``: environments, what is measured in them, and what that proves."""

import sys
import time

from rich.console import Console

from harness.claim_files import select
from harness.claims import Claim
from harness.commands.observing import verified
from harness.eras import environment, interpreters, pins
from harness.eras.gathering import gather, gather_anew, stale, with_unmeasured
from harness.eras.ledger import contradiction
from harness.eras.matrix import Column, Matrix, of_record, of_reference, of_today
from harness.eras.parts import parts
from harness.eras.record import BOOK, load_record, save_record
from harness.eras.report import FORMATS, summary
from harness.eras.specification import Era, era, eras
from harness.errors import UsageError
from harness.verify import Settings
from reference.resources import cache_folder, command
from reference.stages import Tier


def show_eras() -> None:
    """Some lines an era: what it is, whether it is built, what was measured in it."""
    for one in eras().values():
        print(f"{one.name:>8}  {one.title}; Python {one.python}")
        print(f"{'':>8}  {_built(one)}")
        print(f"{'':>8}  {_recorded(one)}")


def build(name: str, *, anew: bool) -> None:
    """Build an era's environment, or say where it already is."""
    chosen = era(name)
    with Console(stderr=True).status(f"building the era {name} (some minutes)"):
        made = environment.build(chosen, anew=anew)
    print(f"{name}: {made.python} with {len(made.versions) - 1} packages")


def pin(name: str) -> None:
    """Resolve an era's pins anew and write them."""
    chosen = era(name)
    with Console(stderr=True).status(f"resolving what the era {name} asks for"):
        path, count = pins.pin(chosen)
    print(f"{count} pins in {path}")


def verify_era(
    name: str,
    words: list[str],
    tiers: tuple[Tier, ...],
    jobs: int,
    *,
    again: bool,
    only_stale: bool,
    record: bool,
) -> int:
    """Measure an era and hold the ledger against it: 1 where they contradict each other.

    With ``record`` what was measured is written to the era's file; parts that were not measured
    now stay there where their source is unchanged.
    """
    chosen = era(name)
    claims = select(words, tiers)
    if chosen.runs == "reference":
        if record:
            raise UsageError(
                f"the era {name} runs the reference, which has no record",
                hint="Its observations are kept in the cache; leave out --record",
            )
        column = of_reference(chosen, words, tiers[-1], jobs)
        faults = {key: found.surprise for key, found in column.findings.items() if found.surprise}
    else:
        gathered = (
            gather(chosen, tiers, jobs, _notice)
            if only_stale
            else gather_anew(chosen, list(parts(tiers).values()), jobs, _notice, again=again)
        )
        if record:
            whole = with_unmeasured(gathered.record, load_record(name))
            print(f"{len(whole.observations)} observations in {save_record(whole)}")
        column = of_record(gathered.record, claims)
        faults = {f"part {part}": reason for part, reason in gathered.failures.items()}
        if name == BOOK:
            known = [claim for claim in claims if column.findings[claim.id].found]
            against = {claim.id: contradiction(claim, gathered.record) for claim in known}
            faults |= {claim: fault for claim, fault in against.items() if fault}
            for part, measured in gathered.record.parts.items():
                faults |= {f"{part}.{name}": why for name, why in measured.failures.items()}
    for where, fault in faults.items():
        print(f"  {where}: {fault}")
    print(summary(column, len(faults)))
    return 1 if faults and not chosen.newest else 0


def show_matrix(
    words: list[str], tiers: tuple[Tier, ...], jobs: int, form: str, newest: bool
) -> int:
    """Claims by eras: 1 where the ledger contradicts what the eras prove together."""
    start = time.perf_counter()
    claims = select(words, tiers)
    columns = []
    failures: dict[str, str] = {}
    for one in eras().values():
        if one.runs == "parts":
            gathered = gather(one, tiers, jobs, _notice)
            failures |= {f"{part} in {one.name}": why for part, why in gathered.failures.items()}
            columns.append(of_record(gathered.record, claims))
    columns.append(_today(claims, jobs))
    columns += [
        of_reference(one, words, tiers[-1], jobs)
        for one in eras().values()
        if newest and one.newest
    ]
    matrix = Matrix(tuple(columns), tuple(claims))
    print(FORMATS[form](matrix, time.perf_counter() - start))
    for where, why in failures.items():
        print(f"dlw: the part {where} was not measured: {why}", file=sys.stderr)
    return 1 if matrix.contradictions or failures else 0


def _today(claims: list[Claim], jobs: int) -> Column:
    settings = Settings(jobs=jobs, cache=cache_folder() / "observations")
    judged = verified(claims, settings)
    return of_today([verdict for _, verdicts in judged for verdict in verdicts])


def _notice(text: str) -> None:
    print(text, file=sys.stderr)


def _built(one: Era) -> str:
    found = environment.find(one)
    if found:
        return f"built: {found.home}"
    if not interpreters.installed([one.python]):
        return f"not built, and Python {one.python} is not installed"
    return f"not built: `{command(f'era build {one.name}')}`"


def _recorded(one: Era) -> str:
    if one.runs == "reference":
        return f"runs the reference: `{command(f'era verify {one.name}')}`"
    record = load_record(one.name)
    if record is None:
        return f"not measured: `{command(f'era verify {one.name} --record')}`"
    changed = stale(record)
    told = f"; to be measured anew: {', '.join(changed)}" if changed else ""
    libraries = ", ".join(f"{name} {number}" for name, number in record.versions.items())
    return f"{len(record.observations)} observations with {libraries}{told}"
