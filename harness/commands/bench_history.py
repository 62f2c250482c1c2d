"""``dlw bench history`` and ``pin``: the runs that are kept, and the course of each core."""

import sys
from collections.abc import Sequence
from pathlib import Path

from harness.bench.history import History
from harness.bench.report.overview import document
from harness.bench.report.past import Past
from harness.bench.report.publish import publish
from harness.errors import HarnessError

DAMAGED = 2


def run(folder: Path, format_name: str) -> int:
    """Print the runs and the steps; each file that cannot be read is told on the error output."""
    history = History(folder)
    contents = history.contents()
    publish(document(Past(contents.runs, history.pins())), format_name)
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
