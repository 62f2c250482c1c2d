"""Trees are built by one thread at a time, and every statement of theirs is found."""

import ast
from concurrent.futures import ThreadPoolExecutor

from harness import syntax


def test_threads_build_the_same_trees() -> None:
    source = "\n".join(f"x{n} = [{n}, (1, {{'a': f({n}) + {n}}})]" for n in range(300))
    expected = ast.dump(ast.parse(source))
    with ThreadPoolExecutor(4) as threads:
        trees = list(threads.map(syntax.tree, [source] * 16))
    assert {ast.dump(tree) for tree in trees} == {expected}
    assert ast.dump(syntax.expression("a[0]")) == ast.dump(ast.parse("a[0]", mode="eval").body)


def test_a_tree_waits_for_who_holds_the_lock() -> None:
    with ThreadPoolExecutor(1) as thread:
        with syntax.ONE_AT_A_TIME:
            waiting = thread.submit(syntax.tree, "x = 1")
            assert not waiting.done()
        assert waiting.result(60).body


def test_statements_at_any_depth_are_those_of_ast_walk() -> None:
    source = """
import a
def f():
    try:
        import b
    except (ImportError, f(lambda: 0)):
        import c
    else:
        import d
    finally:
        import e
class C:
    async def g(self):
        match self:
            case [_] if self:
                with self as x:
                    while x:
                        import h
                    else:
                        import i
"""
    tree = syntax.tree(source)
    expected = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    found = list(syntax.statements(tree))
    assert len(found) == len(expected)
    assert set(found) == set(expected)
    imported = [node.names[0].name for node in found if isinstance(node, ast.Import)]
    assert sorted(imported) == list("abcdehi")
