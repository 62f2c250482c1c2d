"""Where a module can be changed: every expression and statement that decides a result."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COSMETIC = {
    *("seed", "random_state", "verbose", "name", "summarize", "print_fn", "jit_compile"),
    *("tier", "needs", "quality", "message", "title", "reduce_retracing", "encoding", "strict"),
    *("capture_output", "timeout", "text", "check", "errors", "cwd"),
}  # parameters that decide no result, or only one of many equally good ones


@dataclass(frozen=True)
class Place:
    """A node of a module's syntax tree, its ancestors (nearest last) and its top-level owner."""

    node: ast.AST
    ancestors: tuple[ast.AST, ...]
    owner: str

    @property
    def parent(self) -> ast.AST:
        return self.ancestors[-1]

    def within(self, *kinds: type[ast.AST]) -> bool:
        return any(isinstance(ancestor, kinds) for ancestor in self.ancestors)

    @property
    def keyword(self) -> str:
        """Name of the parameter whose value this node is, empty where it is none."""
        return self.parent.arg or "" if isinstance(self.parent, ast.keyword) else ""


def places(tree: ast.Module) -> Iterator[Place]:
    """Every place of the functions, classes and constants at the top of a module."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield from _below(Place(node, (tree,), name))
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not _is_type(value):
                yield from _below(Place(value, (tree, node), name))


def _is_type(value: ast.expr) -> bool:
    """Whether an assignment names a type: ``Callable[...]``, ``list[int]``."""
    return isinstance(value, ast.Subscript) or "TypeVar" in ast.dump(value)


def _below(place: Place) -> Iterator[Place]:
    if _decides_nothing(place):
        return
    yield place
    for child in _children(place.node):
        yield from _below(Place(child, (*place.ancestors, place.node), place.owner))


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Children that are run: no annotations, decorators, bases, or default of a seed."""
    match node:
        case ast.FunctionDef(args=args, body=body):
            yield args
            yield from body
        case ast.ClassDef(body=body):
            yield from body
        case ast.AnnAssign(value=value):
            if value:
                yield value
        case ast.arguments(args=names, defaults=defaults):
            named = zip(names[len(names) - len(defaults) :], defaults, strict=True)
            yield from (default for name, default in named if name.arg not in COSMETIC)
            yield from (default for default in node.kw_defaults if default)
        case _:
            yield from ast.iter_child_nodes(node)


def _decides_nothing(place: Place) -> bool:
    match place.node:
        case ast.Expr(value=ast.Constant()):
            return True  # a docstring
        case ast.keyword(arg=name):
            return name in COSMETIC
        case ast.Raise() | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return True
        case ast.BinOp():
            names = (node.id for node in ast.walk(place.node) if isinstance(node, ast.Name))
            return "seed" in names  # a seed made of another
    return False
