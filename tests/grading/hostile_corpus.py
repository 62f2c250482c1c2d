"""The hostile corpus: its files, those built here, and the outcome that each documents.

A text file says it in a line ``# dlw-corpus: units=1.03 status=... inputs=... verdict=...``:
``status`` is how the submission ends, ``inputs`` the outcome of the claims on the exercise's own
inputs (right, where left out), ``verdict`` that of all others; ``|`` stands between outcomes that
depend on the machine, ``_`` for a space.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from harness.grading.results import Graded
from tests.grading.hostile_files import BUILT

FOLDER = Path(__file__).parent / "corpus" / "hostile"
HEADER = re.compile(r"dlw-corpus: ([^\n\"\\]*)")
UNREADABLE = "units=1.03 status=unreadable inputs=not_attempted verdict=not_attempted"
INPUTS = {"1.03/x", "1.03/y", "1.03/x-shape", "1.03/y-shape"}


@dataclass(frozen=True)
class Case:
    """One hostile submission and its documented outcome."""

    path: Path
    unit: str
    status: frozenset[str]
    inputs: frozenset[str]
    verdict: frozenset[str]

    def differs(self, graded: Graded) -> str:
        """Where ``graded`` is not what the submission documents; empty where it is."""
        inputs = {mark.outcome for mark in graded.marks if mark.claim in INPUTS}
        verdict = {mark.outcome for mark in graded.marks if mark.claim not in INPUTS}
        if graded.status in self.status and inputs <= self.inputs and verdict <= self.verdict:
            return ""
        return (
            f"{graded.status}, inputs {sorted(inputs)}, verdict {sorted(verdict)} "
            f"({graded.problem[:200]}) {graded.output[-300:]}"
        )


def case(path: Path, header: str) -> Case:
    """The case that a header documents."""
    fields = dict(entry.split("=", 1) for entry in header.split())

    def outcomes(name: str, otherwise: str) -> frozenset[str]:
        return frozenset(fields.get(name, otherwise).replace("_", " ").split("|"))

    return Case(
        path,
        fields["units"],
        outcomes("status", "finished"),
        outcomes("inputs", "right"),
        outcomes("verdict", ""),
    )


def written() -> list[Case]:
    """Cases that are files of the corpus."""
    found = []
    for path in sorted(FOLDER.iterdir()):
        header = HEADER.search(path.read_text("utf-8"))
        assert header is not None, f"{path.name} documents no outcome"
        found.append(case(path, header[1]))
    return found


def built(folder: Path) -> list[Case]:
    """Cases that no text file can be, made in ``folder``."""
    found = []
    for build in BUILT:
        header = HEADER.search(build.__doc__ or "")
        found.append(case(build(folder), header[1] if header else UNREADABLE))
    return found
