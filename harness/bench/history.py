"""Runs kept as files: append-only, one small file a run, so that two branches merge as they are.

A file is written under a temporary name and renamed: it is whole or not there, and two writers
never meet, since a name holds the time and a random part. A pin is a small file that names a run.
"""

import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.bench.records import Record, as_text, from_text
from harness.errors import FixtureError, HarnessError, UsageError, suggestion
from harness.files import write_atomically

PIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNFINISHED_SECONDS = 60  # a writer takes milliseconds


@dataclass(frozen=True)
class Run:
    """A record and the name it is kept under."""

    name: str
    record: Record


@dataclass(frozen=True)
class Contents:
    """The runs of a history by time, and one error for each file that is none."""

    runs: tuple[Run, ...]
    problems: tuple[HarnessError, ...]

    def sound(self) -> tuple[Run, ...]:
        """The runs; raises the first problem where a file cannot be read."""
        for problem in self.problems:
            raise problem
        return self.runs


class History:
    """A folder of runs and of pins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pins = folder / "pins"

    def add(self, record: Record) -> Run:
        """Keep a record as a new file, whatever else is written at the same time."""
        name = f"{record.when:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
        try:
            write_atomically(self._path(name), as_text(record))
        except OSError as error:
            raise UsageError(
                f"the run cannot be kept: {error.strerror}",
                where=str(self.folder),
                hint="Name a folder that can be written with --history",
            ) from None
        return Run(name, record)

    def contents(self) -> Contents:
        """Every run; a file that is damaged, half-written or of another schema is a problem."""
        runs, problems = [], list(self._unfinished())
        for path in sorted(self.folder.glob("*.json")):
            try:
                runs.append(read(path))
            except HarnessError as problem:
                problems.append(problem)
        runs.sort(key=lambda run: (run.record.when, run.name))
        return Contents(tuple(runs), tuple(problems))

    def find(self, word: str) -> Run:
        """A run by path, name, the beginning of one, pin, ``last``, or commit (its last run)."""
        if word.endswith(".json") and Path(word).is_file():
            return read(Path(word))
        runs, pins = self.contents().runs, self.pins()
        name = pins.get(word, word)
        matches = [run for run in runs if run.name == name]
        if word in pins and not matches:
            raise FixtureError(
                f"names the run {name!r}, which cannot be read",
                where=str(self._pins / word),
                hint=f"Restore the run, or pin another with `dlw bench pin {word} RUN`",
            )
        if not matches:
            begins = [run for run in runs if run.name.startswith(word)]
            matches = begins if len(begins) == 1 else _of_commit(runs, word)
        if not matches and word == "last" and runs:
            matches = [runs[-1]]
        if not matches:
            raise UsageError(
                f"unknown run {word!r}",
                where=str(self.folder),
                hint=suggestion(word, [run.name for run in runs] + list(pins))
                if runs
                else "There are no runs yet; `dlw bench run` measures one",
            )
        return matches[-1]

    def pin(self, name: str, run: Run) -> Path:
        """Let ``name`` stand for a run of this history from now on."""
        if not PIN_NAME.fullmatch(name):
            raise UsageError(
                f"{name!r} cannot name a pin", hint="Use letters, digits, dots, dashes"
            )
        if not self._path(run.name).is_file():
            raise UsageError(
                f"{run.name} is no run of this history",
                where=str(self.folder),
                hint="Pin one that `dlw bench history` lists",
            )
        path = self._pins / name
        write_atomically(path, f"{run.name}\n")
        return path

    def pins(self) -> dict[str, str]:
        """Names of runs by pin."""
        paths = sorted(self._pins.glob("[!.]*"))
        return {path.name: path.read_text("utf-8", errors="replace").strip() for path in paths}

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _unfinished(self) -> Sequence[HarnessError]:
        """What a writer that was killed has left behind."""
        now = time.time()
        return [
            FixtureError("a run whose writing was cut off", where=str(path), hint="Remove the file")
            for path in sorted(self.folder.glob(".*.json.*"))
            if now - path.stat().st_mtime > _UNFINISHED_SECONDS
        ]


def read(path: Path) -> Run:
    """The run of one file; :class:`FixtureError` names the file and what is wrong with it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FixtureError(
            f"cannot be read: {error.strerror}", where=str(path), hint="Restore it or remove it"
        ) from None
    return Run(path.stem, from_text(content, str(path)))


def _of_commit(runs: Sequence[Run], word: str) -> list[Run]:
    if not re.fullmatch("[0-9a-f]{7,40}", word):
        return []
    return [run for run in runs if (run.record.environment.commit or "").startswith(word)]
