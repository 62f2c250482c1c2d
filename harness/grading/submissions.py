"""Submissions: read from scripts, notebooks, folders and zip files, without running a line.

A submission is one or more *parts* (a script or a notebook each), a part is cells. Whatever is
wrong with a file becomes the submission's ``problem``: one damaged file stops nobody else's marks.
"""

import hashlib
import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from harness.errors import UsageError
from harness.grading.notebooks import Cell, NotebookError, notebook_cells, script_cells

MAX_FILE = 20_000_000
MAX_TOTAL = 60_000_000
MAX_FILES = 500
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a bound
ENTRY = b"PK\x01\x02"  # begins each entry of a zip file's directory
PROGRAMS = (".py", ".ipynb")


@dataclass(frozen=True)
class Part:
    """One program of a submission."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Submission:
    """What one student handed in. ``files`` are those beside the programs, by relative path."""

    name: str
    digest: str
    parts: tuple[Part, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    problem: str = ""


class Unreadable(Exception):
    """Why a submission cannot be read, in one line for its author."""


def find_submissions(paths: list[Path]) -> dict[str, Path]:
    """Files and folders that are submissions, by name; a folder named by the user holds them.

    Where two have the same name, their folder's comes before it. :class:`UsageError` for what is
    not there, or holds none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise UsageError("there is no such file or folder", where=str(path))
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        own = [item for item in inside if _is_submission(item)]
        if not own:
            raise UsageError(
                "there is no submission here", where=str(path), hint="Name .py, .ipynb or .zip"
            )
        found += own
    return _named(list(dict.fromkeys(path.resolve() for path in found)))


def _named(paths: list[Path]) -> dict[str, Path]:
    """Each path by as many of its last parts as tell it from the others."""
    named: dict[str, Path] = {}
    for path in paths:
        count = 1
        while any(path.parts[-count:] == other.parts[-count:] for other in paths if other != path):
            count += 1
        named["/".join(path.parts[-count:])] = path
    return named


def _is_submission(path: Path) -> bool:
    if path.name.startswith((".", "__")) or path.is_symlink():
        return False
    if path.is_dir():
        return any(item.suffix in PROGRAMS for item in path.rglob("*"))
    return path.is_file() and path.suffix in (*PROGRAMS, ".zip")


def read_submission(path: Path, name: str = "") -> Submission:
    """The submission at ``path``; whatever is wrong with it is its ``problem``."""
    name = name or path.name
    try:
        contents = _contents(path)
    except Unreadable as error:
        return Submission(name, _digest({"": str(error).encode()}), problem=str(error))
    digest = _digest(contents)
    parts, problems = [], []
    for file in sorted(contents):
        if file.endswith(PROGRAMS):
            try:
                parts.append(Part(file, _cells(file, contents[file])))
            except NotebookError as error:
                problems.append(f"{file}: {error}")
    imported = {f"{word}.py" for part in parts for word in _imports(part)}
    programs = [part for part in parts if part.name not in imported] or parts
    problem = "; ".join(problems) if not programs else ""
    if not parts and not problems:
        problem = "it holds no .py and no .ipynb"
    others = {
        file: data
        for file, data in contents.items()
        if not file.endswith(".ipynb") and len(contents) > 1
    }
    return Submission(name, digest, tuple(programs), others, problem)


def _cells(name: str, data: bytes) -> tuple[Cell, ...]:
    text = data.decode("utf-8-sig", errors="replace")
    return notebook_cells(text, name) if name.endswith(".ipynb") else script_cells(text, name)


def _contents(path: Path) -> dict[str, bytes]:
    """Every file of the submission by its path in it; :class:`Unreadable` past the limits."""
    if path.is_dir():
        files = [
            item for item in sorted(path.rglob("*")) if item.is_file() and not _hidden(item, path)
        ]
        found = _limited((str(item.relative_to(path)), item) for item in files)
    elif path.suffix == ".zip":
        found = _unzipped(path)
    else:
        found = _limited([(path.name, path)])
    return found


def _hidden(item: Path, folder: Path) -> bool:
    return any(part.startswith((".", "__")) for part in item.relative_to(folder).parts)


def _limited(files: Iterator[tuple[str, Path]] | list[tuple[str, Path]]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    total = 0
    for name, path in files:
        if path.is_symlink():
            raise Unreadable(f"{name} is a link; hand in the file itself")
        size = path.stat().st_size
        total += size
        if size > MAX_FILE or total > MAX_TOTAL or len(found) >= MAX_FILES:
            raise Unreadable(f"{name}: more or larger files than a submission may hold")
        found[name] = path.read_bytes()
    return found


def _unzipped(path: Path) -> dict[str, bytes]:
    if path.stat().st_size > MAX_TOTAL:
        raise Unreadable("the zip file is larger than a submission may be")
    data = path.read_bytes()
    if data.count(ENTRY) > 20 * MAX_FILES:  # before each becomes an object; data may hold some
        raise Unreadable(f"the zip file holds far more files than {MAX_FILES}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflated_all(archive)
    except Unreadable:
        raise
    except Exception as error:  # zipfile raises what damaged files happen to meet
        raise Unreadable(f"the zip file cannot be read ({error})") from None


def _inflated_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MAX_TOTAL
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES:
        raise Unreadable(f"the zip file holds {len(entries)} files; {MAX_FILES} at most")
    for entry in entries:
        if entry.filename.startswith("__MACOSX/"):
            continue
        found[_safe(entry)] = data = _inflated(archive, entry, min(left, MAX_FILE))
        left -= len(data)
    return found


def _safe(entry: zipfile.ZipInfo) -> str:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or not name.parts or ":" in name.parts[0]:
        raise Unreadable(f"the zip file names a place outside itself ({entry.filename[:80]})")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unreadable(f"the zip file holds a link ({entry.filename[:80]})")
    return str(name)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """At most ``limit`` bytes are ever inflated, whatever the entry's header says."""
    if entry.compress_type not in METHODS:
        raise Unreadable(f"{entry.filename[:80]} is compressed in an unusual way; zip it anew")
    with archive.open(entry) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(
            f"the zip file unpacks to more than a submission may hold ({entry.filename[:80]})"
        )
    return data


def _imports(part: Part) -> set[str]:
    """First words of the part's import statements, seen as text."""
    words = set()
    for cell in part.cells:
        for line in cell.source.splitlines():
            first, _, rest = line.strip().partition(" ")
            if first in ("import", "from") and rest:
                words.add(rest.replace(",", " ").split()[0].partition(".")[0])
    return words


def _digest(contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{len(name)}:{name}:{len(contents[name])}:".encode())
        digest.update(contents[name])
    return digest.hexdigest()
