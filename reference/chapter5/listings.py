"""What a listing of the chapter names and passes on, by its syntax: nothing of it is run."""

import ast


def names_used(listing: str) -> set[str]:
    """Names that the listing reads: not those that it only imports or assigns."""
    names = (node for node in ast.walk(ast.parse(listing)) if isinstance(node, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Load)}


def imported_but_unused(listing: str) -> list[str]:
    """What the listing imports from modules by name and then never reads, in its order."""
    imports = (node for node in ast.walk(ast.parse(listing)) if isinstance(node, ast.ImportFrom))
    used = names_used(listing)
    return [alias.name for node in imports for alias in node.names if alias.name not in used]


def options(listing: str, method: str) -> dict[str | None, object]:
    """What the listing's first call of a method passes by name."""
    calls = (node for node in ast.walk(ast.parse(listing)) if isinstance(node, ast.Call))
    call = next(
        call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == method
    )
    return {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
