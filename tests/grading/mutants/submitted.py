"""What of a unit's module a submission would hold: the steps that its graded results rest on.

The reference also observes what no reader's program has: whether a listing runs, by how much two
computations differ, what a sentence of the prose asserts. A mistake there is none of a student's.
"""

import ast


class _Submitted(ast.NodeTransformer):
    """Leaves out results that are not graded, and code that is only tried out."""

    def __init__(self, graded: set[str]) -> None:
        self.graded = graded

    def visit_Return(self, node: ast.Return) -> ast.Return:
        match node.value:
            case ast.Dict(keys=keys, values=values):
                kept = [
                    (key, value)
                    for key, value in zip(keys, values, strict=True)
                    if self._is_graded(key, value)
                ]
                node.value.keys = [key for key, _ in kept]
                node.value.values = [value for _, value in kept]
        return self.generic_visit(node)  # type: ignore[return-value]

    def _is_graded(self, key: ast.expr | None, value: ast.expr) -> bool:
        """Whether an entry of the results is graded, or may hold one that is."""
        match key or value:
            case ast.Constant(value=str() as name):
                return name in self.graded
            case ast.DictComp(key=ast.JoinedStr(values=[ast.Constant(value=str() as begin), *_])):
                return any(name.startswith(begin) for name in self.graded)
        return True

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id == "attempt":
            return ast.Constant(None)
        return self.generic_visit(node)


def submitted(tree: ast.Module, graded: dict[str, set[str]]) -> ast.Module:
    """The module without what no graded result rests on; ``graded`` names those of each stage.

    The tree is changed.
    """
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in graded:
            _Submitted(graded[node.name]).visit(node)
            _leave_out_unused(node)
    return tree


def _leave_out_unused(function: ast.FunctionDef) -> None:
    """Take assignments away whose names nothing reads, until each is read."""
    while True:
        read = {
            name.id
            for name in ast.walk(function)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)
        }
        kept = [statement for statement in function.body if not _is_unused(statement, read)]
        if len(kept) == len(function.body):
            return
        function.body = kept


def _is_unused(statement: ast.stmt, read: set[str]) -> bool:
    if not isinstance(statement, ast.Assign):
        return False
    bound = {
        name.id
        for target in statement.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    return not bound & read
