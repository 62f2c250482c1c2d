"""What an output's text says, with the tolerance of its digits."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from harness.checks import parse_check
from harness.drafting.readings import Unreadable, as_seen, read, read_line

READ = {
    "42": {"equals": 42},
    "-0.50": {"printed": "-0.50"},
    "2.0": {"printed": "2.0"},
    "1e-05": {"printed": "1e-05"},
    "True": {"equals": True},
    "[1, 2, 3]": {"equals": [1, 2, 3]},
    "(2, 3)": {"equals": [2, 3]},
    "(5,)": {"equals": [5]},
    "[0.5, 2]": {"printed": ["0.5", "2"]},
    "[[1 2]\n [3 4]]": {"equals": [[1, 2], [3, 4]]},
    "[1.  2.5]": {"printed": ["1.0", "2.5"]},
    "[1. 2.]": {"printed": ["1.0", "2.0"]},
    "array([0.25, 1.  ])": {"printed": ["0.25", "1.00"]},
    "array([1, 2], dtype=int8)": {"equals": [1, 2]},
    "np.float64(0.25)": {"printed": "0.25"},
    "[np.int64(1), np.int64(2)]": {"equals": [1, 2]},
    "tensor([[1., 2.]], device='cuda:0')": {"printed": [["1.0", "2.0"]]},
    "<tf.Tensor: shape=(2,), dtype=int32, numpy=array([3, 4], dtype=int32)>": {"equals": [3, 4]},
    "<tf.Tensor: shape=(), dtype=float32, numpy=0.5>": {"printed": "0.5"},
    "tf.Tensor(\n[[1. 2.]\n [3. 4.5]], shape=(2, 2), dtype=float32)": {
        "printed": [["1.0", "2.0"], ["3.0", "4.5"]]
    },
    "['a', \"it's\", 'b, c']": {"equals": ["a", "it's", "b, c"]},
    "['red' 'green']": {"equals": ["red", "green"]},
    "[('a', 0.5), ('b', 1)]": {"equals": [["a", 0.5], ["b", 1]]},
    "[[1.5], [2, 3]]": {"equals": [[1.5], [2, 3]]},
    "[False  True]": {"equals": [False, True]},
}

UNREADABLE = {
    "hello": "no number",
    "": "no number",
    "[]": "an empty list",
    "[0 1 ... 8 9]": "abridged",
    "[1, 2": "brackets that do not match",
    "[1] and [2]": "a list that holds and",
    "[1] [2]": "no number",
    "[<object at 0x7f>]": "a list that holds <object",
    "<Figure size 640x480 with 1 Axes>": "no number",
    str(list(range(1001))): "more than 1000 values",
    "nan": "no number",
}

LINES = {
    "loss: 0.693 - accuracy: 0.50": {"printed": ["0.693", "0.50"]},
    "done on 2020-01-31 by v1.2.3, take 4": {"equals": 4},
    "1,191 words": {"equals": 1191},
    "97.5%": {"printed": "97.5"},
    "x1 is 3, x2 is -4": {"equals": [3, -4]},
    "shape (2, 3)": {"equals": [2, 3]},
    "names ['a', 'b']": {"equals": ["a", "b"]},
    "see [Smith] 12": {"equals": 12},
}


@pytest.mark.parametrize("text", READ)
def test_a_value_is_read_with_its_digits(text: str) -> None:
    assert read(text).check == READ[text]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_shows_no_value_is_left_out_with_a_reason(text: str) -> None:
    with pytest.raises(Unreadable, match=UNREADABLE[text]):
        read(text)


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_read_for_its_value_or_its_numbers(text: str) -> None:
    assert read_line(text).check == LINES[text]


def test_a_line_without_numbers_is_left_out() -> None:
    with pytest.raises(Unreadable, match="no number"):
        read_line("words only")


@given(
    arrays.arrays(
        np.float64,
        arrays.array_shapes(max_dims=3, max_side=4),
        elements=st.floats(-1e3, 1e3, allow_subnormal=False).map(lambda x: round(x, 6)),
    )
)
def test_an_array_meets_the_check_of_its_own_print_and_a_neighbour_does_not(
    array: np.ndarray,
) -> None:
    reading = read(str(array))
    check = parse_check(reading.check)
    assert check.compare(array).outcome == "met"
    moved = array.copy()
    moved.flat[0] += 1e3 if "e+" in str(array) else 1.0  # 1.e+03 is anything from 500 to 1500
    assert check.compare(moved).outcome == "not met"


@given(st.recursive(st.integers() | st.booleans(), lambda inner: st.lists(inner, min_size=1)))
def test_lists_of_integers_and_truth_values_are_read_as_they_are(value: object) -> None:
    assert read(repr(value)).value == value


@given(st.lists(st.text(), min_size=1))
def test_lists_of_texts_are_read_as_they_are_or_left_out(value: list[str]) -> None:
    assume("..." not in repr(value))  # which may stand for what a print leaves out
    assert read(repr(value)).value == value


@given(st.text())
def test_any_text_is_read_or_left_out(text: str) -> None:
    for reader in (read, read_line):
        try:
            parse_check(reader(text).check)
        except Unreadable:
            continue


def test_a_progress_bar_leaves_its_last_state() -> None:
    assert as_seen("1/2\r2/2\nend\r\n") == "2/2\nend\n"
