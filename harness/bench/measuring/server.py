"""The fork server: imports the libraries once, then measures each job in a fork of its own.

A script of its own, of the standard library alone: ``python server.py [MODULE ...]`` imports the
libraries and nothing of the project, so that one server serves every side of a comparison. Jobs
come as lines of JSON on the standard input, answers go as lines to the standard output.
"""

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


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no answer
    lacking = [name for name in sys.argv[1:] if not _import(name)]
    tasks = Path("/proc/self/task")
    threads = len(list(tasks.iterdir())) if tasks.is_dir() else 1
    _say(answers, {"lacking": lacking, "threads": threads})
    for line in sys.stdin:
        _say(answers, _in_a_fork(json.loads(line)))


def _import(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _say(answers: Any, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _in_a_fork(job: dict[str, Any]) -> dict[str, Any]:
    """The answer of a fresh fork, or why there is none."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as errors:
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            _measure_and_leave(job, writing, errors.fileno())
        os.close(writing)
        content, why = _read(reading, pid, job["limit_seconds"])
        os.close(reading)
        _, status = os.waitpid(pid, 0)
        if content:
            answer: dict[str, Any] = json.loads(content)
            return answer
        errors.seek(max(0, errors.seek(0, os.SEEK_END) - LAST_WORDS))
        last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
    code = os.waitstatus_to_exitcode(status)
    ended = f"ended by {signal.Signals(-code).name}" if code < 0 else f"left with code {code}"
    return {"failure": why or ": ".join([f"the process {ended}", *last])}


def _read(reading: int, pid: int, limit: float) -> tuple[bytes, str]:
    """All that the fork writes until it ends; it is killed at its limit or when nobody waits."""
    until = time.monotonic() + limit
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reading, 0], [], [], max(0.0, until - time.monotonic()))
        if reading in ready:
            part = os.read(reading, 65536)
            if not part:
                return b"".join(parts), ""
            parts.append(part)
        elif 0 in ready:  # a job is answered before the next comes: this is the end of input
            os.kill(pid, signal.SIGKILL)
            return b"", "nobody waits for it any more"
        else:
            os.kill(pid, signal.SIGKILL)
            return b"", f"it was stopped after {limit:.0f} s"


def _measure_and_leave(job: dict[str, Any], writing: int, errors: int) -> None:
    """In the fork: measure, write the answer, and leave without any clean-up."""
    code = 1
    try:
        os.dup2(errors, 1)
        os.dup2(errors, 2)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.environ.update(job["environment"])
        _use(Path(job["root"]), Path(job["measuring_root"]))
        child = importlib.import_module("harness.bench.measuring.child")
        answer = json.dumps(child.answer(job)).encode()
        while answer:
            answer = answer[os.write(writing, answer) :]
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


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
