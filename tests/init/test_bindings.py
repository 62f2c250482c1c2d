"""Which name a stretch of printed text speaks of, found without running anything."""

import ast

import pytest

from harness.drafting.bindings import lookup, stretches

# code, what it prints -> the stretches: (expression, text), where the expression is known
LAID: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "f-string": ("print(f'{n} of {m:.2f}!')", "3 of 0.50!\n", [("n", "3"), ("m", "0.50")]),
    "percent": ("print('%d and %5.1f%%' % (n, m))", "3 and 0.5%\n", [("n", "3"), ("m", "0.5")]),
    "five decimals": ("print(f'{n:.05f}')", "0.12500\n", [("n", "0.12500")]),
    "no decimals": ("print(f'{n:.0f}', '%.0f' % n)", "3 3\n", [("", "3 3")]),
    "one percent": ("print('got %s' % n)", "got 3\n", [("n", "3")]),
    "format": ("print('{} {0} {x}'.format(n, x=m))", "", []),
    "format by place": ("print('{1}-{0}'.format(n, m))", "0.5-3\n", [("m", "0.5"), ("n", "3")]),
    "format by name": ("print('{a}'.format(a=n))", "3\n", [("n", "3")]),
    "several": ("print(n, m)", "3 0.5\n", [("n", "3"), ("m", "0.5")]),
    "separator": ("print(n, m, sep='|', end='.')", "3|0.5.", [("n", "3"), ("m", "0.5")]),
    "an attribute": ("print('is', a.shape)", "is (2, 3)\n", [("a.shape", "(2, 3)")]),
    "an item": ("print(rows[0]['x'])", "3\n", [("rows[0]['x']", "3")]),
    "an array": (
        "print(a)\nprint(n)",
        "[[1 2]\n [3 4]]\n3\n",
        [("a", "[[1 2]\n [3 4]]"), ("n", "3")],
    ),
    "a table": (
        "print(t)\nprint(n)",
        "   x  y\n0  1  2\n1  3  4\n7\n",
        [("t", "   x  y\n0  1  2\n1  3  4"), ("n", "7")],
    ),
    "after a loop": (
        "for i in x:\n    print(i)\nprint('n', n)",
        "1\n2\nn 3\n",
        [("", "1"), ("", "2"), ("n", "3")],
    ),
    "a call": ("print('max', f(n))", "max 9\n", [("", "max 9")]),
    "a call beside a name": ("print(n, f(n))", "3 9\n", [("n", "3"), ("", "3 9")]),
    "two values without a text between": ("print(f'{n}{m}')", "35\n", [("", "35")]),
    "a name bound again": ("print(n)\nn = 4", "3\n", [("", "3")]),
    "an item assigned": ("print(a)\na[0] = 4", "[3]\n", [("", "[3]")]),
    "a list that grows": ("print(a)\na.append(4)", "[3]\n", [("", "[3]")]),
    "a name used": ("print(a)\nb = a.copy()", "[3]\n", [("a", "[3]")]),
    "a text that does not fit": ("print('n', n)", "other 3\n", [("", "other 3")]),
    "nothing": ("x = 1", "", []),
    "starred": ("print(*rows)", "1 2\n", [("", "1 2")]),
    "to a file": ("print(n, file=log)\nprint(m)", "0.5\n", [("m", "0.5")]),
}


@pytest.mark.parametrize("case", LAID)
def test_the_prints_of_a_cell_are_laid_over_its_text(case: str) -> None:
    code, text, expected = LAID[case]
    found = stretches(ast.parse(code), text)
    assert [(stretch.expression, stretch.text) for stretch in found] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x", "x"),
        ("x.shape", "x.shape"),
        ("x[0, 1]", "x[0, 1]"),
        ("x[i]", ""),
        ("f(x)", ""),
        ("f(x).y", ""),
        ("x + 1", ""),
        ("x[1:]", ""),
    ],
)
def test_only_what_computes_nothing_is_looked_up_again(source: str, expected: str) -> None:
    assert lookup(ast.parse(source, mode="eval").body) == expected


def test_a_long_output_that_fits_in_no_way_is_given_up_on() -> None:
    code = "\n".join(["print(a, b)"] * 40)
    text = "\n".join(["1 2 3 4 5 6"] * 41) + "\n"
    found = stretches(ast.parse(code), text)
    assert [stretch.expression for stretch in found] == [""] * 41
