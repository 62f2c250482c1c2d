"""The Python that submissions run in: today's, or the book's own, built once and kept."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from harness.book import current, once_a_book
from harness.errors import UsageError
from harness.grading.sandbox import Interpreter
from reference.resources import cache_folder

ERAS = ("today", "book")


def interpreter(era: str) -> Interpreter:
    """The interpreter of an era; builds the book's where it is not there yet (some minutes)."""
    if era == "today":
        return Interpreter.current()
    home = cache_folder() / "eras" / "book"
    python = home / "bin" / "python"
    if not (home / "complete").is_file():
        _build(home, python)
    base = subprocess.run(
        [python, "-c", "import sys; print(sys.base_prefix)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return Interpreter(python, (home.resolve(), Path(base.stdout.strip()).resolve()))


def _build(home: Path, python: Path) -> None:
    old = shutil.which("python3.7")
    if old is None:
        raise UsageError(
            "the book's environment needs Python 3.7, and there is no python3.7 on the path",
            hint="Install it (pyenv install 3.7), or grade with --era today",
        )
    shutil.rmtree(home, ignore_errors=True)
    pins = current().eras / "book.txt"
    for command in (
        [old, "-m", "venv", str(home)],
        [str(python), "-m", "pip", "install", "--quiet", "-r", str(pins)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise UsageError(
                f"the book's environment could not be built: {last}",
                hint="Mend what it says and run the same command again",
            )
    (home / "complete").write_text("")


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
