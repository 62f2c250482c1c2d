"""Finished observations, kept by what they depend on.

The key of a stage's entry is a digest of its code and of all code it imports from the book's
references, the contents of its data, the library versions, the processor, the device and the seed.
A claim is judged anew each time, so an edited claim costs nothing and an edited stage is run again.
"""

import ast
import hashlib
import json
import platform
from functools import cache
from importlib.util import resolve_name
from pathlib import Path
from typing import Any

import reference
from harness import environment, syntax
from harness.book import current, once_a_book
from harness.errors import UsageError
from harness.files import why_unwritable, write_atomically
from harness.observe import Observed
from harness.plain import from_json, to_json
from harness.units import Stage
from reference import datasets

FORMAT = 1
CODE = (".py", ".pyc")
HOW_TO_OBSERVE = tuple(Path(__file__).parent / name for name in ("observe.py", "plain.py"))


def key(stage: Stage, device: str, seed: int) -> str:
    """Digest of everything the stage's observations depend on."""
    registry = datasets.registry()
    parts = {
        "format": FORMAT,
        "stage": [stage.module, stage.function],
        "sources": [_digest(path) for path in (*HOW_TO_OBSERVE, *_sources_of(stage.module))],
        "data": [registry[need].content for need in stage.needs if need in registry],
        "versions": environment.versions(),
        "processor": [platform.machine(), environment.hardware()["processor"]],
        "device": device,
        "seed": seed if stage.seeded else None,
        **({"epochs": stage.epochs} if stage.epochs else {}),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@once_a_book
def _sources_of(module: str) -> tuple[Path, ...]:
    """Files of ``module`` and of all that it imports from ``_roots``, directly or not.

    Files beside it that are no code count as well, since it may read them.
    """
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if name in found or path is None:
            continue
        found[name] = path
        waiting += _imported(name, path)
    sources = [path for _, path in sorted(found.items())]
    beside = sorted(found[module].parent.iterdir()) if module in found else []
    return (*sources, *(path for path in beside if path.is_file() and path.suffix not in CODE))


def _roots() -> dict[str, Path]:
    """Packages whose code an observation depends on: the book's own and those of the project."""
    own = {"reference": Path(reference.__file__).parent, "harness": Path(__file__).parent}
    return own | {current().package: current().references}


@once_a_book
def _file_of(module: str) -> Path | None:
    """The source of a module or package in ``_roots``; None for any other name."""
    package, *inside = module.split(".")
    root = _roots().get(package)
    if root is None:
        return None
    base = root.joinpath(*inside)
    for path in (base / "__init__.py", base.with_suffix(".py")):
        if path.is_file():
            return path
    return None


@once_a_book
def _imported(module: str, path: Path) -> tuple[str, ...]:
    """Names that may be modules in ``_roots``, as the import statements of a file give them."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    names: list[str] = []
    try:
        tree = syntax.tree(path.read_text("utf-8"))
    except SyntaxError:
        return ()  # running it will say where
    for node in syntax.statements(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            base = resolve_name(source, package) if node.level else source
            names += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return tuple(name for name in names if name.partition(".")[0] in _roots())


class ObservationCache:
    """Entries in one folder, each a file that is whole or absent; safe for several processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def check_writable(self) -> None:
        """:class:`UsageError` where nothing can be kept."""
        problem = why_unwritable(self.folder)
        if problem:
            raise UsageError(
                f"the cache folder cannot be written: {problem}",
                where=str(self.folder),
                hint="Set DLW_CACHE to a writable folder, or run with --no-cache",
            )

    def get(self, entry: str) -> Observed | None:
        """The kept observations; None where there are none or the file is damaged."""
        try:
            kept: dict[str, Any] = json.loads((self.folder / f"{entry}.json").read_text("utf-8"))
            return Observed(from_json(kept["values"]), seconds=kept["seconds"], cached=True)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, entry: str, observed: Observed) -> None:
        """Keep observations; lacks and failures are not kept, since they can be mended."""
        if observed.unavailable or observed.failure:
            return
        kept = {"seconds": observed.seconds, "values": to_json(observed.values)}
        write_atomically(self.folder / f"{entry}.json", json.dumps(kept))
