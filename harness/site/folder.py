"""The site's folder: replaced as a whole or not at all, and only where all in it is the site's."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from harness.errors import UsageError

MARKER = ".dlw-report.json"
FORCE = "Name another folder, or give --force to replace all that is in it"


def require_ours(folder: Path, *, force: bool) -> None:
    """:class:`UsageError` where putting a site there would take away what is not of a site."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("this is a file", where=str(folder), hint="Name a folder for the site")
    here = Path.cwd()
    if folder.resolve() in (here, *here.parents, Path.home()):
        raise UsageError(
            "this folder is never replaced: you work in it",
            where=str(folder),
            hint="Name a folder inside it for the site",
        )
    if force:
        return
    foreign = _foreign(folder)
    if foreign:
        raise UsageError(
            f"this folder holds what is no part of a site, such as {foreign}",
            where=str(folder),
            hint=FORCE,
        )


def put(folder: Path, files: Mapping[str, str], *, force: bool) -> None:
    """Let ``folder`` hold these files and nothing else; until all are written the old ones stay.

    A file that was put into the folder since the last build is not lost: see
    :func:`require_ours`.
    """
    target = folder.resolve()  # of a link, what it leads to
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        fresh = aside / "new"
        for name, content in {**files, MARKER: _marker(files)}.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        require_ours(folder, force=force)
        _swap(fresh, target, aside / "old")
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        if target.exists() or not (aside / "old").exists():
            shutil.rmtree(aside, ignore_errors=True)


def _swap(fresh: Path, target: Path, old: Path) -> None:
    """Put ``fresh`` in the place of ``target``; whatever happens, one of the two stands there."""
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def _marker(files: Mapping[str, str]) -> str:
    return json.dumps({"made by": "dlw report build", "files": sorted(files)}, indent=1) + "\n"


def _foreign(folder: Path) -> str:
    """A file in the folder that no build put there; empty where there is none."""
    try:
        ours = set(json.loads((folder / MARKER).read_text("utf-8"))["files"]) | {MARKER}
    except (OSError, ValueError, KeyError, TypeError):
        ours = set()
    return next((name for name in _files(folder) if name not in ours), "")


def _files(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        below = Path(parent).relative_to(folder)
        yield from ((below / name).as_posix() for name in names)
        yield from (
            (below / name).as_posix() for name in folders if Path(parent, name).is_symlink()
        )


def _unwritable(folder: Path, error: OSError) -> UsageError:
    return UsageError(
        f"the site cannot be put there: {error.strerror}",
        where=str(folder),
        hint="Name a folder that can be written and replaced",
    )
