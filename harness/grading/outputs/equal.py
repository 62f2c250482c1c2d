"""Submissions whose programs are equal but for the names in them."""

from collections.abc import Mapping, Sequence

Shapes = Mapping[str, Sequence[str]]  # the digest of a program's shape: who handed it in


def groups(shapes: Shapes) -> list[list[str]]:
    """Names that share a program, the largest group first; nobody is equal to himself."""
    found = [sorted(names) for shape, names in shapes.items() if shape and len(names) > 1]
    return sorted(found, key=lambda names: (-len(names), names))
