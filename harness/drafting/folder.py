"""A new book's folder: written whole, and never over something else."""

import json
import re
import shutil
import tempfile
from pathlib import Path

from harness.drafting.drafts import Draft
from harness.drafting.stored import StoredNotebook
from harness.errors import UsageError
from harness.toml import toml

PACKAGE = "listings"
SKELETON = Path(__file__).parent / "skeleton"
_UNIT = re.compile(r"(?<!\d)(\d{1,2})[._-](\d{1,2})(?!\d)")

Files = dict[str, str]


def skeleton(title: str) -> Files:
    """The files of a book with one worked example, by path."""
    files = {
        path.relative_to(SKELETON).as_posix(): path.read_text("utf-8")
        for path in sorted(SKELETON.rglob("*"))
        if path.suffix in (".py", ".toml")
    }
    return {"book.toml": book_file(title, ("numpy",))} | files


def book_file(title: str, libraries: tuple[str, ...]) -> str:
    """``book.toml``."""
    return (
        "# What `dlw` has to know of this book; claims and references lie beside this file.\n"
        f"title     = {toml(title)}\n"
        f"package   = {toml(PACKAGE)}\n"
        f"libraries = {toml(list(libraries))}  # whose versions a measurement rests on\n"
    )


def unit_of(path: Path, taken: set[str]) -> str:
    """The unit of a notebook: the number in its name, else the next free one of Chapter 1."""
    kind = "A" if "activity" in path.stem.lower() else ""
    match = _UNIT.search(path.stem)
    if match and int(match[1]):
        unit = f"{kind}{int(match[1])}.{int(match[2]):02d}"
        if unit not in taken:
            return unit
    number = 1
    while f"{kind}1.{number:02d}" in taken:
        number += 1
    return f"{kind}1.{number:02d}"


def unit_files(unit: str, notebook: StoredNotebook, drafts: list[Draft]) -> Files:
    """The files of one drafted unit: its claims, its reference, its notebook without outputs."""
    chapter, number = unit.lstrip("A").split(".")
    kind = "activity" if unit.startswith("A") else "exercise"
    module = f"{PACKAGE}/chapter{chapter}/{kind}_{chapter}_{number}"
    return {
        f"claims/chapter{chapter}/{unit}.toml": _claims(unit, notebook, drafts),
        f"{module}.py": _reference(kind, unit, notebook, drafts),
        f"{module}.ipynb": notebook.source,
    }


def _claims(unit: str, notebook: StoredNotebook, drafts: list[Draft]) -> str:
    lines = [
        f"# Drafted from the stored outputs of {notebook.path.name}. Review each claim: is it what",
        "# the book states, and is its check as strict as a reader would be? Then remove its",
        "# `draft = true`.",
        "[titles]",
        f"{toml(unit)} = {toml(notebook.title)}",
    ]
    slugs: set[str] = set()
    for draft in drafts:
        [(check, expected)] = draft.check.items()
        lines += [
            "",
            "[[claim]]",
            f"id    = {toml(f'{unit}/{_slug(draft.name, slugs)}')}",
            f"where = {toml(f'{notebook.path.name}, code cell {draft.cell}')}",
            f"says  = {toml(draft.says)}",
            f"of    = {toml(draft.name)}",
            f"check = {{ {check} = {toml(expected)} }}",
            *([] if draft.graded else ["graded = false"]),
            "draft = true",
        ]
    return "\n".join(lines) + "\n"


def _slug(name: str, taken: set[str]) -> str:
    """The observation's name as a word of an id, each once."""
    bare = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "value"
    slug, number = bare, 2
    while slug in taken:
        slug, number = f"{bare}-{number}", number + 1
    taken.add(slug)
    return slug


def _reference(kind: str, unit: str, notebook: StoredNotebook, drafts: list[Draft]) -> str:
    title = f"{kind.capitalize()} {unit.lstrip('A')}, as {notebook.path.name} computes it."
    lines = [
        f'"""{title.replace(chr(92), "/").replace(chr(34), chr(39))}"""',
        "",
        "from pathlib import Path",
        "",
        "from harness.drafting.playback import play",
        "",
        "# Each observation: the cell of the notebook beside this file, and what is looked up when",
        "# it has run. `_` is what the cell displays, `_line(0)` its first printed line.",
        "OBSERVED = {",
        *(
            f"    {json.dumps(draft.name)}: ({draft.cell}, {json.dumps(draft.expression)}),"
            for draft in drafts
        ),
        "}",
        "",
        "",
        "def run() -> dict[str, object]:",
        '    return play(Path(__file__).with_suffix(".ipynb"), OBSERVED)',
    ]
    return "\n".join(lines) + "\n"


def require_free(folder: Path) -> None:
    """:class:`UsageError` unless ``folder`` is empty or not there."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        what = "the folder is not empty" if folder.is_dir() else "it is no folder"
        raise UsageError(
            f"{what}, and nothing is overwritten",
            where=str(folder),
            hint="Name a folder that does not exist yet",
        )


def write_folder(folder: Path, files: Files) -> None:
    """Write all files, or none where something fails."""
    require_free(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as place:
            for name, text in files.items():
                path = Path(place) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            folder.mkdir(exist_ok=True)
            for entry in sorted(Path(place).iterdir()):
                shutil.move(entry, folder / entry.name)
    except OSError as error:
        raise UsageError(
            f"the book cannot be written here: {error.strerror}",
            where=str(folder),
            hint="Name a folder that can be made",
        ) from None
