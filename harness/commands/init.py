"""``dlw init``: a new book, with a worked example or drafted from notebooks."""

import shlex
import sys
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

from rich.progress import track

from harness.drafting.folder import (
    Files,
    book_file,
    require_free,
    skeleton,
    unit_files,
    unit_of,
    write_folder,
)
from harness.errors import UsageError


def run(folder: Path, title: str, notebooks: list[Path]) -> None:
    """Write the book and say what to do next."""
    require_free(folder)
    title = title or folder.resolve().name.replace("_", " ").replace("-", " ").strip() or "A book"
    if notebooks:
        _from_notebooks(folder, title, notebooks)
    else:
        write_folder(folder, skeleton(title))
        print(f"{folder}: a book with one worked example")
    print(f"next: dlw --book {shlex.quote(str(folder))} verify")


def _from_notebooks(folder: Path, title: str, notebooks: list[Path]) -> None:
    from harness.drafting.drafts import draft
    from harness.drafting.stored import read_notebook

    files: Files = {}
    outcomes: dict[str, str] = {}
    units: set[str] = set()
    left_out: Counter[str] = Counter()
    modules: set[str] = set()
    drafted = 0
    for path in track(notebooks, "drafting", transient=True, disable=not sys.stderr.isatty()):
        notebook = read_notebook(path)
        made = draft(notebook)
        left_out += made.left_out
        if not made.drafts:
            outcomes[str(path)] = "no draft; no number, array, table or list is stored"
            continue
        unit = unit_of(path, units)
        units.add(unit)
        outcomes[str(path)] = f"{unit}, {len(made.drafts)} drafts"
        drafted += len(made.drafts)
        files |= unit_files(unit, notebook, made.drafts)
        modules |= notebook.modules
    if not files:
        raise UsageError(
            "no notebook holds an output to draft a claim from",
            hint="Run the notebooks, save them with their outputs, and try again",
        )
    write_folder(folder, {"book.toml": book_file(title, _distributions(modules))} | files)
    for name, outcome in outcomes.items():
        print(f"{name}: {outcome}")
    for reason, count in left_out.most_common():
        if count:
            print(f"left out, {count}: {reason}")
    print(f"{folder}: {drafted} draft claims; each is to be reviewed")


def _distributions(modules: Iterable[str]) -> tuple[str, ...]:
    """The installed packages that the notebooks import."""
    installed = packages_distributions()
    found = {installed[name][0] for name in modules if name in installed}
    return tuple(sorted(found))
