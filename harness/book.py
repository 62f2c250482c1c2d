"""What a book is to the engine: a folder with ``book.toml``, named by ``--book`` or ``DLW_BOOK``.

The engine reaches claims, references, baselines, eras and grading sheets through :func:`current`
alone. Where no book is named it is the embedded one. The name stands in the environment, so that
processes started from here judge by the same book.
"""

import importlib
import importlib.util
import os
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, update_wrapper
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, ParamSpec, TypeVar

from harness.errors import FixtureError, UsageError, suggestion
from reference.resources import BOOK_VARIABLE, fixtures

FILE = "book.toml"
FOLDERS = ("claims", "baselines", "eras", "grading")
LISTS = ("libraries", "requires")
KEYS = ("title", "package", *FOLDERS, *LISTS)

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Book:
    """One book: its title, where its parts lie, and the package of its references.

    ``libraries`` are the distributions whose versions a measurement rests on, ``requires`` those
    without which nothing can be observed.
    """

    folder: Path
    title: str
    package: str
    references: Path
    claims: Path
    baselines: Path
    eras: Path
    grading: Path
    libraries: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()

    def shown(self, path: Path) -> str:
        """``path`` for messages: below the book's folder without what lies above it."""
        base = self.folder.parent
        return str(path.relative_to(base)) if path.is_relative_to(base) else str(path)

    def load(self, module: str) -> ModuleType:
        """Import a module of the references, which need not be installed.

        Books in one process may give their packages the same name: what another one left in
        ``sys.modules`` is dropped.
        """
        if self.references.parent == self.folder:
            held = sys.modules.get(self.package)
            if held is None or str(self.references) not in getattr(held, "__path__", ()):
                for name in [name for name in sys.modules if _is_inside(name, self.package)]:
                    del sys.modules[name]
                _import_folder(self.package, self.references)
        return importlib.import_module(module)


def current() -> Book:
    """The book that this process works on; :class:`UsageError` where the folder is none."""
    return _open(os.environ.get(BOOK_VARIABLE, ""))


def use(folder: str | Path) -> Book:
    """Work on the book in ``folder`` from now on, here and in processes started from here.

    An empty text stands for the embedded book.
    """
    name = str(Path(folder).resolve()) if str(folder) else ""
    book = _open(name)
    os.environ[BOOK_VARIABLE] = name
    return book


class _OnceABook(Generic[P, R]):
    def __init__(self, function: Callable[P, R]) -> None:
        self._function = function
        self._kept: dict[tuple[Any, ...], R] = {}
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (current().folder, args, tuple(sorted(kwargs.items())))
        if key not in self._kept:
            self._kept[key] = self._function(*args, **kwargs)
        return self._kept[key]

    def cache_clear(self) -> None:
        self._kept.clear()


def once_a_book(function: Callable[P, R]) -> _OnceABook[P, R]:
    """:func:`functools.cache` for what differs from book to book."""
    return _OnceABook(function)


@cache
def _open(name: str) -> Book:
    folder = Path(name).resolve() if name else fixtures()
    table = _table(folder)
    package = table["package"]
    return Book(
        folder,
        table["title"],
        package,
        _references(folder, package),
        *(folder / table.get(key, key) for key in FOLDERS),
        *(tuple(table.get(key, ())) for key in LISTS),
    )


def _table(folder: Path) -> dict[str, Any]:
    """The keys of ``book.toml``, each of its type."""
    path = folder / FILE
    where = f"{folder.name}/{FILE}"
    hint = "docs/another-book.md shows a book.toml; `dlw init DIR` writes one"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(
            f"this folder holds no book: {FILE} cannot be read ({error.strerror})",
            where=str(folder),
            hint="Name a book's folder with --book or DLW_BOOK, or make one with `dlw init DIR`",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FixtureError(f"malformed TOML: {error}", where=where, hint=hint) from None
    for key, value in table.items():
        if key not in KEYS:
            raise FixtureError(f"unknown key {key!r}", where=where, hint=suggestion(key, KEYS))
        texts = value if key in LISTS else [value]
        if not isinstance(texts, list) or not all(isinstance(t, str) and t for t in texts):
            kind = "a list of texts" if key in LISTS else "a text"
            raise FixtureError(f"{key} is {kind}; found {value!r}", where=where, hint=hint)
    for key in ("title", "package"):
        if key not in table:
            raise FixtureError(f"the key {key!r} is missing", where=where, hint=hint)
    return table


def _references(folder: Path, package: str) -> Path:
    """The folder of the references' package: beside ``book.toml``, or an installed one."""
    where = f"{folder.name}/{FILE}"
    if not package.isidentifier():
        raise FixtureError(f"{package!r} is no name of a package", where=where)
    own, installed = folder / package, _installed(package)
    if not own.is_dir():
        if installed:
            return installed
        raise FixtureError(
            f"the references' package {package!r} is neither beside it nor installed",
            where=where,
            hint=f"Make the folder {own.name}, or name another package",
        )
    if package in sys.stdlib_module_names or (installed and installed != own):
        raise FixtureError(
            f"the references' package is named {package!r}, as another one that is installed",
            where=where,
            hint="Rename the folder and the key `package`",
        )
    return own


def _installed(package: str) -> Path | None:
    """The folder of a package that Python finds by itself."""
    spec = PathFinder.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).resolve().parent


def _is_inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _import_folder(package: str, folder: Path) -> None:
    """Import ``folder`` as ``package`` without putting what lies beside it on the path."""
    start = folder / "__init__.py"
    if start.is_file():
        spec = importlib.util.spec_from_file_location(
            package, start, submodule_search_locations=[str(folder)]
        )
    else:
        spec = ModuleSpec(package, None, is_package=True)
        spec.submodule_search_locations = [str(folder)]
    assert spec is not None
    importlib.invalidate_caches()
    module = importlib.util.module_from_spec(spec)
    sys.modules[package] = module
    if spec.loader is not None:
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[package]
            raise
