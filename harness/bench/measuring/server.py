"""The fork server: imports the libraries once, then measures each job in a fork of its own.

A script of its own, of the standard library alone: ``python server.py [MODULE ...]`` imports the
libraries and nothing of the project, so that one server serves every side of a comparison. A line
of JSON on the standard input is a list of jobs, whose forks work in turns; a line on the standard
output is the list of their answers.
"""

import contextlib
import importlib
import importlib.util
import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

LAST_WORDS = 2000  # bytes of a failed process's error output
TURN = b"\n"  # begins a fork's turn, and ends it


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no answer
    lacking = [name for name in sys.argv[1:] if not _import(name)]
    tasks = Path("/proc/self/task")
    threads = len(list(tasks.iterdir())) if tasks.is_dir() else 1
    _say(answers, {"lacking": lacking, "threads": threads})
    for line in sys.stdin:
        _say(answers, _in_turns(json.loads(line)))


def _import(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _say(answers: Any, message: object) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _in_turns(jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of fresh forks, of which one works at a time, each in its turn until its end."""
    forks: list[_Fork] = []
    for job in jobs:
        forks.append(_Fork(job, forks))
    working = forks
    while working:
        working = [fork for fork in working if fork.takes_a_turn()]
    return [fork.answer for fork in forks]


class _Fork:
    """A fresh fork that waits for its first turn; its ``answer``, or why there is none.

    Its time is limited, and only its own turns count. ``before`` are the forks made before it.
    """

    def __init__(self, job: dict[str, Any], before: "list[_Fork]") -> None:
        self.answer: dict[str, Any] = {}
        self._limit = self._left = job["limit_seconds"]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed with its last words
        begins, self._begin = os.pipe()
        self._told, tells = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            for fork in (self, *before):
                fork.let_go()
            _measure_and_leave(job, begins, tells, self._errors.fileno())
        os.close(begins)
        os.close(tells)

    def let_go(self) -> None:
        os.close(self._begin)
        os.close(self._told)

    def takes_a_turn(self) -> bool:
        """Whether it gave its turn up for another; otherwise it has answered or ended."""
        with contextlib.suppress(BrokenPipeError):
            os.write(self._begin, TURN)
        line, why = self._line()
        if line != TURN:
            self._end(line, why)
        return line == TURN

    def _line(self) -> tuple[bytes, str]:
        """What it writes next, nothing where it ends; it is killed where nobody waits any more."""
        until = time.monotonic() + self._left
        line = b""
        while not line.endswith(b"\n"):
            wait = max(0.0, until - time.monotonic())
            ready, _, _ = select.select([self._told, 0], [], [], wait)
            if self._told in ready:
                part = os.read(self._told, 65536)
                if not part:
                    return b"", ""
                line += part
            elif 0 in ready:  # jobs are answered before others come: this is the end of input
                os.kill(self._pid, signal.SIGKILL)
                return b"", "nobody waits for it any more"
            else:
                os.kill(self._pid, signal.SIGKILL)
                return b"", f"it was stopped after {self._limit:.0f} s"
        self._left = until - time.monotonic()
        return line, ""

    def _end(self, line: bytes, why: str) -> None:
        self.let_go()
        _, status = os.waitpid(self._pid, 0)
        with self._errors as errors:
            if line:
                self.answer = json.loads(line)
                return
            errors.seek(max(0, errors.seek(0, os.SEEK_END) - LAST_WORDS))
            last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
        code = os.waitstatus_to_exitcode(status)
        ended = f"ended by {signal.Signals(-code).name}" if code < 0 else f"left with code {code}"
        self.answer = {"failure": why or ": ".join([f"the process {ended}", *last])}


def _measure_and_leave(job: dict[str, Any], begins: int, tells: int, errors: int) -> None:
    """In the fork: measure in its turns, write the answer, and leave without any clean-up."""
    code = 1

    def turn() -> None:
        """Give the turn up, and wait for the next."""
        os.write(tells, TURN)
        _wait(begins)

    try:
        os.dup2(errors, 1)
        os.dup2(errors, 2)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        _wait(begins)
        _use(Path(job["root"]), Path(job["measuring_root"]))
        child = importlib.import_module("harness.bench.measuring.child")
        answer = json.dumps(child.answer(job, turn)).encode() + b"\n"
        while answer:
            answer = answer[os.write(tells, answer) :]
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _wait(begins: int) -> None:
    if not os.read(begins, 1):
        raise EOFError("nobody gives this process a turn any more")


def _use(root: Path, measuring_root: Path) -> None:
    """Import the code under test from ``root``, and what measures it from its own tree.

    ``harness.bench`` is always that of the tree that measures: both sides of a comparison do the
    same work by the same clock.
    """
    sys.path[:0] = [str(root), str(measuring_root)]
    harness = importlib.import_module("harness")
    folder = measuring_root / "harness" / "bench"
    spec = importlib.util.spec_from_file_location(
        "harness.bench", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder} is no package")
    package = importlib.util.module_from_spec(spec)
    sys.modules["harness.bench"] = package
    spec.loader.exec_module(package)
    harness.bench = package  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
