"""``python -m tests.grading.mutants [WORD ...]``: all mutants, or those whose id has a word."""

import sys
from collections import Counter
from concurrent.futures import as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.grading.mutants.catalogue import catalogue
from tests.grading.mutants.fates import fate
from tests.grading.mutants.survivors import survivors
from tests.grading.mutants.workers import workers

JOBS = 2


def main(words: list[str]) -> int:
    chosen = [m for m in catalogue().values() if not words or any(word in m.id for word in words)]
    fates: dict[str, str] = {}
    with TemporaryDirectory() as folder, workers(JOBS) as pool:
        tried = {pool.submit(fate, mutant, Path(folder)): mutant for mutant in chosen}
        for done in as_completed(tried):
            mutant = tried[done]
            fates[mutant.id] = done.result()
            print(f"{mutant.id}\t{fates[mutant.id]}\t{mutant.change}", file=sys.stderr, flush=True)
    run = [mutant for mutant in chosen if fates[mutant.id] != "not run"]
    killed = {mutant.id for mutant in run if fates[mutant.id] != "survived"}
    print(f"{len(chosen) - len(run)} are of code that no fast stage runs, and are no mutants")
    _table(
        "operator",
        Counter(m.operator for m in run),
        Counter(m.operator for m in run if m.id in killed),
    )
    _table("unit", Counter(m.unit for m in run), Counter(m.unit for m in run if m.id in killed))
    print(f"{len(killed)} of {len(run)} killed: {len(killed) / len(run):.1%}")
    unexplained = [m for m in run if m.id not in killed and m.id not in survivors()]
    stale = sorted(survivors().keys() & killed)
    for mutant in unexplained:
        print(f"survives without a reason: {mutant.id}  {mutant.change}")
    for mutant_id in stale:
        print(f"listed as a survivor, yet killed: {mutant_id} ({fates[mutant_id]})")
    return 1 if unexplained or stale else 0


def _table(heading: str, total: Counter[str], killed: Counter[str]) -> None:
    print(f"\n{heading:40} killed    of")
    for name, count in sorted(total.items()):
        print(f"{name:40} {killed[name]:6} {count:5}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
