"""Files that are whole or not there."""

import os
import tempfile
from pathlib import Path

from harness.errors import UsageError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write ``content`` (text as UTF-8) under a temporary name and rename: never half of it."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def require_writable(path: Path) -> None:
    """:class:`UsageError` where no file can be written there, before work is put into it."""
    problem = "it is a folder" if path.is_dir() else why_unwritable(path.parent)
    if problem:
        raise UsageError(
            f"the file cannot be written: {problem}", where=str(path), hint="Name another one"
        )


def why_unwritable(folder: Path) -> str:
    """Why no file can be written in the folder, which is made where it is not; empty where one can.

    Tried and not asked of the permissions, which say little where one is root.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)
