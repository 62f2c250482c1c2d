"""What a part's result depends on: its own source, and of what it imports beside it, what it uses.

An hour of training need not be measured again because a function that it never calls was changed.
"""

import ast
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from harness import syntax

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
EVERYTHING, NOTHING = "*", ""  # asked of a module by `import *`, and by `import` alone
WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Module:
    """A module's top level: what it defines, what it takes from others, and what it just does."""

    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def body(self) -> list[ast.stmt]:
        return syntax.tree(self.source).body

    @cached_property
    def definitions(self) -> dict[str, list[ast.stmt]]:
        found: dict[str, list[ast.stmt]] = {}
        for node in self.body:
            if isinstance(node, Definition):
                found.setdefault(node.name, []).append(node)
        return found

    @property
    def statements(self) -> list[ast.stmt]:
        """All but definitions: they run whenever the module is imported."""
        return [node for node in self.body if not isinstance(node, Definition)]

    @cached_property
    def imported(self) -> dict[str, tuple[Path, str]]:
        """Where names come from: a module beside this one, and what they are called there."""
        return {name: origin for node in self.body for name, origin in self.origins(node).items()}

    def origins(self, statement: ast.stmt) -> dict[str, tuple[Path, str]]:
        """The names that a statement imports from beside; of a module itself, everything."""
        found: dict[str, tuple[Path, str]] = {}
        for node in ast.walk(statement):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    found[alias.asname or alias.name] = (self._beside(node.module), alias.name)
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    found[name] = (self._beside(alias.name), EVERYTHING)
        return {name: origin for name, origin in found.items() if origin[0].is_file()}

    def knows(self, name: str) -> bool:
        return name in self.definitions or name in self.imported

    def pieces(self, name: str) -> set[ast.stmt]:
        """What is run and read by whoever asks this module for a name."""
        if name == EVERYTHING:
            return {*self.body}
        return {*self.statements, *self.definitions.get(name, [])}

    def text(self, node: ast.stmt) -> str:
        """The statement's lines, with those of its decorators."""
        decorators = node.decorator_list if isinstance(node, Definition) else []
        first = min([node.lineno, *(one.lineno for one in decorators)])
        return "\n".join(self.source.splitlines()[first - 1 : node.end_lineno])

    def _beside(self, name: str) -> Path:
        return self.path.with_name(f"{name.partition('.')[0]}.py")


def digest(path: Path) -> str:
    """Digest of the part's whole source and of all that it uses of the modules beside it."""
    beside = sorted(path.parent.glob("*.py"))
    return _digest(path, tuple((one, one.stat().st_mtime_ns) for one in beside))


@cache
def _digest(path: Path, _changed: tuple[tuple[Path, int], ...]) -> str:
    total = hashlib.sha256()
    used = _used(path)
    for module in sorted(used, key=lambda module: module.path):
        for node in sorted(used[module], key=lambda node: (node.lineno, node.col_offset)):
            total.update(f"{module.path.name}\n{module.text(node)}\n".encode())
    return total.hexdigest()


def _used(path: Path) -> dict[Module, set[ast.stmt]]:
    """The statements that importing the part runs, and the definitions that those can reach."""
    modules: dict[Path, Module] = {}
    used: dict[Module, set[ast.stmt]] = {}
    waiting, seen = [(path, EVERYTHING)], set()
    while waiting:
        at, name = asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        module = modules.setdefault(at, Module(at))
        if name in module.imported:
            waiting.append(module.imported[name])
        fresh = module.pieces(name) - used.setdefault(module, set())
        used[module] |= fresh
        for node in fresh:
            waiting += [(origin, NOTHING) for origin, _ in module.origins(node).values()]
            waiting += [(at, word) for word in _names(node) if module.knows(word)]
    return used


def _names(node: ast.stmt) -> Iterator[str]:
    """Every name in a statement, also of an attribute, and every word of a text that may be run."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            yield inner.id
        elif isinstance(inner, ast.Attribute):
            yield inner.attr
        elif isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield from WORD.findall(inner.value)
