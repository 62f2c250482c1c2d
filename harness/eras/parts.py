"""Parts: the modules that reproduce the book's calls in an era, found without importing them."""

import ast
from dataclasses import dataclass
from pathlib import Path

from harness import syntax
from harness.book import current
from harness.eras.sources import digest
from harness.eras.specification import FILE, folder, specification
from harness.errors import FixtureError, suggestion
from reference.stages import Tier

ENTRY = "observations"


@dataclass(frozen=True)
class Part:
    """One module with a function ``observations``; ``digest`` is of all source that it uses."""

    name: str
    tier: Tier
    digest: str


def parts(tiers: tuple[Tier, ...] = ("fast", "train", "full")) -> dict[str, Part]:
    """Every part by name; :class:`FixtureError` where ``eras.toml`` names one that is not there."""
    declared = specification().tiers
    found = {
        path.stem: Part(path.stem, declared.get(path.stem, "fast"), digest(path))
        for path in sorted(folder().glob("*.py"))
        if _is_part(path)
    }
    for name in declared:
        if name not in found:
            raise FixtureError(
                f"[tiers] names the part {name!r}, which is not there",
                where=current().shown(folder() / FILE),
                hint=suggestion(name, found),
            )
    return {name: part for name, part in found.items() if part.tier in tiers}


def _is_part(path: Path) -> bool:
    return any(
        isinstance(node, ast.FunctionDef) and node.name == ENTRY
        for node in syntax.tree(path.read_bytes()).body
    )
