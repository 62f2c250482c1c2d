"""``python -m tests.grading.mutants [WORD ...]``: all mutants, or those whose id has a word."""

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.grading.mutants.catalogue import Mutant, catalogue
from tests.grading.mutants.fates import NOT_RUN, SURVIVED, acquitted, fate
from tests.grading.mutants.survivors import survivors
from tests.grading.mutants.workers import workers

JOBS = 2


def main(words: list[str]) -> int:
    chosen = [m for m in catalogue().values() if not words or any(word in m.id for word in words)]
    with TemporaryDirectory() as folder, workers(JOBS) as pool:
        condemned = _innocents_condemned(chosen, pool, Path(folder))
        if condemned:
            print("without a mistake, yet not as the ledger expects:", *condemned)
            return 1
        fates = _fates(chosen, pool, Path(folder))
    return _report(chosen, fates)


def _innocents_condemned(
    mutants: list[Mutant], pool: ProcessPoolExecutor, folder: Path
) -> list[str]:
    """Units whose module is not as the ledger expects even without a mistake."""
    of_each = {(mutant.unit, mutant.stages): mutant for mutant in mutants}.values()
    tried = {mutant.unit: pool.submit(acquitted, mutant, folder) for mutant in of_each}
    return [unit for unit, outcome in tried.items() if not outcome.result()]


def _fates(mutants: list[Mutant], pool: ProcessPoolExecutor, folder: Path) -> dict[str, str]:
    """What becomes of each mutant, told on the way, one line each."""
    tried = {pool.submit(fate, mutant, folder): mutant for mutant in mutants}
    fates = {}
    for done in as_completed(tried):
        mutant = tried[done]
        fates[mutant.id] = done.result()
        line = (mutant.id, " ".join(fates[mutant.id].split()), mutant.change)
        print(*line, sep="\t", file=sys.stderr, flush=True)
    return fates


def _report(chosen: list[Mutant], fates: dict[str, str]) -> int:
    """Rates of killing, and what should not be: 1 where a survivor has no reason, or is none."""
    run = [mutant for mutant in chosen if fates[mutant.id] != NOT_RUN]
    killed = [mutant for mutant in run if fates[mutant.id] != SURVIVED]
    dead = {mutant.id for mutant in killed}
    for trait in ("operator", "unit"):
        print(f"\n{trait:20} killed    of")
        alive = Counter(getattr(mutant, trait) for mutant in run)
        found = Counter(getattr(mutant, trait) for mutant in killed)
        for name, count in sorted(alive.items()):
            print(f"{name:20} {found[name]:6} {count:5}")
    share = f"{len(killed) / len(run):.1%}" if run else "none"
    print(f"\n{len(killed)} of {len(run)} killed: {share}")
    print(f"{len(chosen) - len(run)} more are of code that no fast stage runs, and are no mutants")
    unexplained = [m for m in run if m.id not in dead and m.id not in survivors()]
    stale = sorted(survivors().keys() & dead)
    for mutant in unexplained:
        print(f"survives without a reason: {mutant.id}  {mutant.change}")
    for name in stale:
        print(f"listed as a survivor: {name} ({fates[name]})")
    return 1 if unexplained or stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
