"""Pins: what pip would install for an era, resolved by the era's own Python and written down."""

import json
import tempfile
from pathlib import Path

from harness.eras import interpreters
from harness.eras.environment import step
from harness.eras.specification import FILE, Era, folder
from harness.files import write_atomically

# The first pip that says what it would install, of those that still run on Python 3.7.
PIP = "pip>=22.2"


def pin(era: Era) -> tuple[Path, int]:
    """Write the era's pins anew; the file and how many they are.

    pip resolves what ``requires`` asks for, by the Python that will install it; nothing is
    installed. :class:`UsageError` where that Python or the index is not there.
    """
    python = interpreters.find(era.python)
    problem = f"the era {era.name} could not be pinned"
    with tempfile.TemporaryDirectory(prefix="dlw-pin-") as scratch:
        made = Path(scratch) / "venv" / "bin" / "python"
        report = Path(scratch) / "report.json"
        pip = [str(made), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        step([str(python), "-m", "venv", str(made.parents[1])], problem)
        step([*pip, "--upgrade", PIP], problem)
        options = ["--dry-run", "--ignore-installed", "--report", str(report)]
        options += ["--pre"] if era.newest else []
        step([*pip, *options, *era.requires], problem, folder().parents[1])
        pins = sorted(_pins(json.loads(report.read_text("utf-8"))))
    head = [
        f"# {era.title}.",
        f"# Made by `dlw era pin {era.name}` for Python {era.python}; do not edit:",
        f"# what is asked for stands in {FILE}.",
    ]
    write_atomically(era.pins, "\n".join([*head, *pins]) + "\n")
    return era.pins, len(pins)


def _pins(report: dict[str, list[dict[str, dict[str, str]]]]) -> list[str]:
    """``name==version`` of everything but what lies on this machine, such as this project."""
    return [
        f"{entry['metadata']['name'].lower()}=={entry['metadata']['version']}"
        for entry in report["install"]
        if "dir_info" not in entry["download_info"]
    ]
