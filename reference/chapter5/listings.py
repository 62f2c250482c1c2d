"""What a listing of the chapter reads, by its syntax: nothing of it is run."""

import ast


def names_used(listing: str) -> set[str]:
    """Names that the listing reads: not those that it only imports or assigns."""
    names = (node for node in ast.walk(ast.parse(listing)) if isinstance(node, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Load)}
