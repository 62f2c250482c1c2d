"""``dlw bench history`` and ``pin``: the runs that are kept."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from harness.bench.history import History, Run
from harness.bench.report import terminal
from harness.errors import HarnessError

DAMAGED = 2


def run(folder: Path, *, as_json: bool) -> int:
    """Print the runs by time; each file that cannot be read is told on the error output."""
    history = History(folder)
    contents, pins = history.contents(), history.pins()
    if as_json:
        print(json.dumps([_row(each, pins) for each in contents.runs], indent=1))
    else:
        _print(contents.runs, pins)
    tell(contents.problems)
    return DAMAGED if contents.problems else 0


def pin(folder: Path, name: str, word: str) -> None:
    """Pin a run and say which."""
    history = History(folder)
    found = history.find(word)
    print(f"{name} is {found.name}: {history.pin(name, found)}")


def tell(problems: Sequence[HarnessError]) -> None:
    """One line for each file that nothing was read from."""
    for problem in problems:
        print(f"dlw: {problem}", file=sys.stderr)


def _row(run: Run, pins: dict[str, str]) -> dict[str, object]:
    record = run.record
    return {
        "run": run.name,
        "when": record.when.isoformat(),
        "commit": record.environment.commit,
        "dirty": record.environment.dirty,
        "processor": record.environment.processor,
        "measured": sum(core.measured for core in record.cores),
        "failed": sum(bool(core.failure) for core in record.cores),
        "unverified": sum(bool(core.unverified) for core in record.cores),
        "interrupted": record.interrupted,
        "pins": [name for name, pinned in pins.items() if pinned == run.name],
    }


def _print(runs: Sequence[Run], pins: dict[str, str]) -> None:
    if not runs:
        print("No runs yet; `dlw bench run` measures one.")
        return
    table = terminal.table("run", "commit", "measured", "failed", "unverified", "processor", "pins")
    for each in runs:
        row = _row(each, pins)
        table.add_row(
            each.name,
            each.record.commit,
            f"{row['measured']}{' (interrupted)' if each.record.interrupted else ''}",
            str(row["failed"]),
            str(row["unverified"]),
            each.record.environment.processor,
            ", ".join(name for name, pinned in pins.items() if pinned == each.name),
        )
    terminal.show(table)
