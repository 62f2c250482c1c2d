"""Environments of the eras: built by their own Python's venv and pip, whole or not at all."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from packaging.utils import canonicalize_name

from harness.eras import interpreters
from harness.eras.specification import Era, folder
from harness.errors import UsageError
from reference.resources import cache_folder, command

COMPLETE = "era.json"
VERSION = "import platform; print(platform.python_version())"
UNREACHABLE = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Max retries exceeded",
    "Connection refused",
    "Temporary failure in name resolution",
)
NO_INDEX = (
    "Mend the connection or PIP_INDEX_URL, or install from a folder of wheels: "
    "PIP_NO_INDEX=1 PIP_FIND_LINKS=DIR"
)


@dataclass(frozen=True)
class Environment:
    """A built environment: its folder, which holds a Python and what was installed."""

    home: Path

    @property
    def python(self) -> Path:
        return self.home / "bin" / "python"

    @cached_property
    def versions(self) -> dict[str, str]:
        """Python's version and every installed library's."""
        versions: dict[str, str] = json.loads((self.home / COMPLETE).read_text("utf-8"))["versions"]
        return versions


def find(era: Era) -> Environment | None:
    """The era's environment as it is pinned now; None where it is not built."""
    home = _home(era)
    return Environment(home) if (home / COMPLETE).is_file() else None


def build(era: Era, *, anew: bool = False) -> Environment:
    """The era's environment, built where it is not there yet (some minutes), or ``anew``.

    It is made under another name and renamed when it is whole. Environments that the same book's
    era had with other pins are removed. :class:`UsageError` where it cannot be built.
    """
    found = find(era)
    if found and not anew:
        return found
    python = interpreters.find(era.python)
    if not era.pins.is_file():
        raise UsageError(
            f"the era {era.name} has no pins",
            hint=f"Run `{command(f'era pin {era.name}')}`, which makes them",
        )
    home = _home(era)
    make(home, python, ["--requirement", str(era.pins)], f"the era {era.name}", _owner())
    for other in _homes(era):
        if other != home and _owner_of(other) == _owner():
            shutil.rmtree(other)
    return Environment(home)


def make(home: Path, python: Path, requirements: list[str], what: str, owner: str) -> Environment:
    """Make an environment at ``home`` with what pip is told to install; replaces one that is there.

    Console scripts of an environment name the folder it was made in, so that they do not work
    after the renaming; modules do (``python -m pip``).
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{home.name}.", dir=home.parent))
    try:
        made = workshop / "bin" / "python"
        pip = [str(made), "-m", "pip", "--disable-pip-version-check"]
        problem = f"{what} could not be built"
        step([str(python), "-m", "venv", str(workshop)], problem)
        step([*pip, "install", "--quiet", "--progress-bar", "off", *requirements], problem)
        listed = json.loads(step([*pip, "list", "--format", "json"], problem))
        version = step([str(made), "-c", VERSION], problem)
        versions = {"python": version.strip()}
        versions |= {canonicalize_name(entry["name"]): entry["version"] for entry in listed}
        record = {"owner": owner, "versions": versions}
        (workshop / COMPLETE).write_text(json.dumps(record, indent=1), "utf-8")
        if home.exists():
            shutil.rmtree(home)
        workshop.rename(home)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return Environment(home)


def _home(era: Era) -> Path:
    pins = era.pins.read_bytes() if era.pins.is_file() else b""
    basis = hashlib.sha256(era.python.encode() + b"\n" + pins).hexdigest()
    return cache_folder() / "eras" / f"{era.name}-{basis[:12]}"


def _homes(era: Era) -> list[Path]:
    """Every whole environment that an era of this name has had."""
    kept = (cache_folder() / "eras").glob(f"{era.name}-????????????/{COMPLETE}")
    return [path.parent for path in kept]


def _owner() -> str:
    """The book, as an environment remembers whose it is: the folder of its eras."""
    return str(folder().resolve())


def _owner_of(home: Path) -> str:
    try:
        owner = json.loads((home / COMPLETE).read_text("utf-8"))["owner"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return str(owner)


def step(command: list[str], problem: str, folder: Path | None = None) -> str:
    """Standard output of one command; :class:`UsageError` with the ``problem`` and its cause."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=surroundings(), cwd=folder
    )
    if done.returncode != 0:
        raise explained(done.stderr, problem)
    return done.stdout


def surroundings() -> dict[str, str]:
    """The environment's variables, without those for today's Python, which no other may see."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}


def explained(stderr: str, problem: str) -> UsageError:
    """What pip's messages come to, as one line."""
    if any(sign in stderr for sign in UNREACHABLE):
        return UsageError(f"{problem}: the package index cannot be reached", hint=NO_INDEX)
    lines = stderr.strip().splitlines() or ["no message"]
    errors = [line for line in lines if line.startswith("ERROR:")]
    last = (errors or lines)[-1].removeprefix("ERROR:").strip()
    return UsageError(
        f"{problem}: {last}", hint="Mend what it says; nothing half-built is kept or used"
    )
