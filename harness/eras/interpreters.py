"""Pythons of this machine: on the path, or where pyenv and uv put theirs."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from harness.errors import UsageError


def find(version: str) -> Path:
    """An interpreter of ``version`` such as ``3.7``; :class:`UsageError` says how to get one."""
    for python in _candidates(version):
        return python
    raise UsageError(
        f"Python {version} is not installed",
        hint=f"Run `pyenv install {version}` or `uv python install {version}`, "
        f"or put a python{version} on the path",
    )


def installed(versions: list[str]) -> dict[str, Path]:
    """Those of ``versions`` that are here, each with its interpreter."""
    return {version: python for version in versions for python in [*_candidates(version)][:1]}


@cache
def _runs(python: Path) -> bool:
    """Whether it is a Python: pyenv puts stand-ins on the path for versions it may not run."""
    done = subprocess.run([python, "-c", ""], capture_output=True, check=False)
    return done.returncode == 0


def _candidates(version: str) -> Iterator[Path]:
    if platform.python_version().startswith(f"{version}."):
        # Not a virtual environment's own, which would lend the new one its packages' folder.
        base = Path(sys.base_prefix) / "bin" / f"python{version}"
        if base.is_file():
            yield base
    on_path = shutil.which(f"python{version}")
    if on_path and _runs(Path(on_path)):
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    uv = Path(
        os.environ.get("UV_PYTHON_INSTALL_DIR", Path.home() / ".local" / "share" / "uv" / "python")
    )
    for folder, pattern in ((pyenv, f"{version}.*"), (uv, f"cpython-{version}.*")):
        for home in sorted(folder.glob(pattern), reverse=True):
            python = home / "bin" / f"python{version}"
            if python.is_file():
                yield python
