"""Measure parts in an environment: each in a process of its own, several at a time."""

import hashlib
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Event
from typing import Any

from harness.eras.environment import Environment, surroundings
from harness.eras.parts import ENTRY, Part
from harness.eras.record import Measured
from harness.eras.specification import folder
from harness.errors import UsageError
from harness.files import write_atomically
from harness.processes import THREADS
from reference.resources import cache_folder

WORKER = Path(__file__).parent / "worker.py"
POLL_SECONDS = 0.5
CRASHES = (-signal.SIGABRT, -signal.SIGSEGV)  # of a library, and so every time
Failure = str


def measure(
    parts: list[Part], environment: Environment, jobs: int = 1, *, again: bool = False
) -> Iterator[tuple[Part, Measured | Failure]]:
    """What each part gives in the environment, as it is finished: kept results first.

    What of a part does not run there is told in its result. A part that was ended from outside
    gives the reason instead; an interrupt loses only the parts under way.
    """
    pending = []
    for part in parts:
        kept = None if again else _kept(part, environment)
        if kept is None:
            pending.append(part)
        else:
            yield part, kept
    stop = Event()
    pool = ThreadPoolExecutor(jobs)
    try:
        running = {pool.submit(_run, part, environment, jobs, stop): part for part in pending}
        for future in as_completed(running):
            yield running[future], future.result()
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _run(part: Part, environment: Environment, jobs: int, stop: Event) -> Measured | Failure:
    """Run one part in an empty folder and keep what it gives."""
    with tempfile.TemporaryDirectory(prefix="dlw-era-") as scratch:
        result = Path(scratch) / "result.json"
        elsewhere = Path(scratch) / "empty"
        elsewhere.mkdir()
        process = subprocess.Popen(
            [str(environment.python), str(WORKER), str(folder()), part.name, str(result)],
            cwd=elsewhere,
            env=_surroundings(jobs),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            stderr = _wait(process, stop)
        finally:
            process.kill()
            process.wait()
        found = _read(result)
    if found is None:
        last = (stderr.strip().splitlines() or ["no message"])[-1]
        reason = f"it ended with code {process.returncode}: {last}"
        if process.returncode not in CRASHES:
            return reason
        found = {"failure": reason}
    measured = Measured(
        digest=part.digest,
        observations=found.get("observations", {}),
        failures={ENTRY: found["failure"]} if "failure" in found else found["failures"],
    )
    write_atomically(_path(part, environment), measured.model_dump_json())
    return measured


def _wait(process: subprocess.Popen[str], stop: Event) -> str:
    while not stop.is_set():
        try:
            return process.communicate(timeout=POLL_SECONDS)[1]
        except subprocess.TimeoutExpired:
            continue
    return "it was interrupted"


def _surroundings(jobs: int) -> dict[str, str]:
    """The environment's variables: nothing of today's Python, a fair share of the cores, no GPU."""
    share = str(max(1, (os.cpu_count() or 1) // jobs))
    ours = {"PYTHONDONTWRITEBYTECODE": "1", "CUDA_VISIBLE_DEVICES": "-1"}
    return dict.fromkeys(THREADS, share) | surroundings() | ours


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found


def _kept(part: Part, environment: Environment) -> Measured | None:
    path = _path(part, environment)
    if not path.is_file():
        return None
    try:
        return Measured.model_validate_json(path.read_bytes())
    except ValueError:
        return None


def _path(part: Part, environment: Environment) -> Path:
    """Where a result is kept: by the part's source, the versions, and the data there are."""
    basis = json.dumps([part.name, part.digest, environment.versions, data_there()], sort_keys=True)
    name = hashlib.sha256(basis.encode()).hexdigest()
    return cache_folder() / "eras" / "observations" / f"{name}.json"


def data_there() -> list[tuple[str, int]]:
    """Names and sizes of the data sets that parts can find: those of a mirror."""
    mirror = os.environ.get("DLW_DATA_MIRROR")
    if not mirror:
        return []
    if not Path(mirror).is_dir():
        raise UsageError("the data mirror is not a folder", where=mirror)
    files = (path for path in Path(mirror).rglob("*") if path.is_file())
    return sorted((str(path.relative_to(mirror)), path.stat().st_size) for path in files)
