"""The Python that submissions run in: today's, or the book's own, built once and kept."""

import re
import subprocess
import tomllib
from pathlib import Path

from harness.book import current, once_a_book
from harness.eras.environment import build
from harness.eras.record import BOOK
from harness.eras.specification import TODAY, era
from harness.grading.sandbox import Interpreter

ERAS = (TODAY, BOOK)


def interpreter(name: str) -> Interpreter:
    """The interpreter of an era; builds the book's where it is not there yet (some minutes)."""
    if name == TODAY:
        return Interpreter.current()
    environment = build(era(name))
    base = subprocess.run(
        [environment.python, "-c", "import sys; print(sys.base_prefix)"],
        capture_output=True,
        text=True,
        check=True,
    )
    folders = (environment.home.resolve(), Path(base.stdout.strip()).resolve())
    return Interpreter(environment.python, folders)


@once_a_book
def _hints() -> list[tuple[re.Pattern[str], str]]:
    path = current().grading / "drift.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {"drift": []}
    return [(re.compile(entry["error"]), entry["today"]) for entry in table["drift"]]


def drift_hint(error: str) -> str:
    """What the modern call is, where an error is mere drift of the libraries; else empty."""
    for pattern, today in _hints():
        if pattern.search(error):
            return f". It worked with the book's libraries (--era book); today: {today}"
    return ""
