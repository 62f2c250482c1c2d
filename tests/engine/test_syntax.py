"""Trees are built by one thread at a time."""

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
