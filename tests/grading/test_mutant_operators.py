"""The operators make the mistakes that their names say, and no others."""

import ast
from pathlib import Path

import pytest

from tests.grading.mutants.operators import OPERATORS
from tests.grading.mutants.places import places
from tests.grading.mutants.reach import Trace
from tests.grading.mutants.submitted import submitted


def wrong_forms(operator: str, expression: str) -> list[str]:
    tree = ast.parse(f"def run():\n    {expression}")
    changes = (wrong for place in places(tree) for wrong in OPERATORS[operator](place))
    return [ast.unparse(wrong) for wrong in changes]


@pytest.mark.parametrize(
    ("operator", "expression", "wrong"),
    [
        ("axis", "argmax(x, axis=0)", ["1"]),
        ("axis", "argmax(x, axis=-1)", ["0"]),
        ("operand-order", "a @ b", ["b @ a"]),
        ("operand-order", "a + b", []),
        ("operand-order", "abs(a - b)", []),
        ("operation", "a @ b", ["a * b"]),
        ("sign", "[1, -2]", ["2"]),
        ("dropped-term", "w * x + b", ["w * x", "w"]),
        ("dropped-term", "x / 1", []),
        ("off-by-one", "Dense(50)", ["51"]),
        ("off-by-one", "concat(axis=1)", []),
        ("off-by-one", "set_random_seed(seed=1)", []),
        ("off-by-one", "constant(3 * seed + 1)", []),
        ("slice-bound", "x[1:]", ["2:"]),
        ("slice-bound", "x[:-1]", [":"]),
        ("range-bound", "range(n)", ["range(n - 1)"]),
        ("activation", "Dense(1, activation='softmax')", ["'sigmoid'"]),
        ("loss", "compile(loss='mse')", ["'mae'"]),
        ("optimizer", "keras.optimizers.Adam(0.1)", ["keras.optimizers.SGD"]),
        ("reduction", "tf.reduce_sum(x)", ["tf.reduce_mean"]),
        ("layer", "LSTM(4)", ["keras.layers.GRU"]),
        ("padding", "Conv2D(8, 3, padding='same')", ["'valid'"]),
        ("dtype", "tf.cast(x, tf.float32)", ["tf.int32"]),
        ("learning-rate", "SGD(0.01)", ["0.1"]),
        ("learning-rate", "Dense(0.01)", []),
        ("split", "train_test_split(x, test_size=0.2)", ["0.3"]),
        ("constant", "x * 0.5", ["0.55"]),
        ("flag", "LSTM(4, return_sequences=True)", ["False"]),
        ("comparison", "a < b", ["a <= b"]),
        ("swapped-arguments", "tf.matmul(a, b)", ["tf.matmul(b, a)"]),
        ("swapped-arguments", "tf.add(a, b)", []),
        ("omitted-step", "tf.transpose(x)", ["x"]),
        ("omitted-step", "text.lower()", ["text"]),
        ("omitted-element", "[a, b, c]", ["[a, c]", "[a, b]"]),
        ("omitted-argument", "Dense(1, use_bias=False)", ["Dense(1)"]),
        ("omitted-argument", "fit(x, verbose=0)", []),
        ("omitted-statement", "model.add(layer)", ["pass"]),
        ("omitted-statement", "x = 1\n    x = 2", ["pass"]),
    ],
)
def test_an_operator_makes_its_mistake(operator: str, expression: str, wrong: list[str]) -> None:
    assert wrong_forms(operator, expression) == wrong


def test_annotations_docstrings_decorators_and_names_of_types_are_left_alone() -> None:
    source = '''
"""Of 3 things."""
Pair = tuple[int, 2]

@stage(tier="train", needs=("iris",))
def run(x: Literal[1] = 0, seed: int = 0) -> Literal[2]:
    """Of 2 things."""
    raise ValueError(f"{1} of 2")
'''
    numbers = [p.node for p in places(ast.parse(source)) if isinstance(p.node, ast.Constant)]
    assert [ast.unparse(number) for number in numbers] == ["0"]


def test_only_what_graded_results_rest_on_is_submitted() -> None:
    source = """
def run():
    x, probe = 1, 2
    unused = 3
    result = attempt(lambda: 4)
    return {
        "x": x + 5,
        "prose": unused + 6,
        **others(7),
        **{f"loss_{n}": n + 8 for n in log},
        **{f"seconds_{n}": n + 9 for n in log},
    }

def elsewhere():
    return {"prose": 10}
"""
    tree = submitted(ast.parse(source), {"run": {"x", "loss_1"}})
    numbers = {ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    assert numbers >= {"1", "2", "5", "7", "8", "10"}
    assert not numbers & {"3", "4", "6", "9"}


def test_only_what_is_carried_out_can_be_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "unit.py"
    path.write_text("def run(x):\n    return (1, 2) if x else 10 + x\n")
    code = compile(path.read_text(), str(path), "exec")
    names: dict[str, object] = {}
    with Trace(str(path)) as trace:
        exec(code, names)
        names["run"](0)  # type: ignore[operator]
    folded, added = (2, 12, 2, 13), (2, 29, 2, 31)
    assert not trace.reaches(folded, code)
    assert trace.reaches(added, code)
