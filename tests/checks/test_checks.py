"""Each check on its own: what meets it, what does not, and what is no expectation at all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from harness.checks import CHECKS, parse_check
from harness.plain import plain
from harness.printed import cell
from harness.statistics import Draws


def outcome(table, observed, draws=None) -> str:
    return parse_check(table).compare(plain(observed), draws).outcome


@pytest.mark.parametrize(
    ("table", "observed"),
    [
        ({"equals": 42}, 42),
        ({"equals": 42}, np.int32(42)),
        ({"equals": [[58, 64], [139, 154]]}, np.array([[58, 64], [139, 154]])),
        ({"equals": [1, 0, 0.3]}, np.array([1, 0, 0.3], dtype=np.float32)),
        ({"equals": "pizza"}, "pizza"),
        ({"equals": True}, np.True_),
        ({"printed": "0.8508"}, 0.85075),
        ({"printed": ["-1.00371706", "0.999803364"]}, np.float32([-1.00371706, 0.999803364])),
        ({"printed": "1,191"}, 1191),
        ({"printed": "2.9072076e-28"}, np.float32(2.9072076e-28)),
        ({"shape": [5, 4, 1]}, np.zeros((5, 4, 1))),
        ({"shape": []}, 3.0),
        ({"dtype": "float32"}, np.float32([1])),
        ({"at_least": 0.95}, [0.95, 1.0]),
        ({"at_most": 1e-6}, 0.0),
        ({"above": 0}, 1e-300),
        ({"below": 1}, np.float32(0.99)),
        ({"order": "increasing"}, [1, 2]),
        ({"order": "decreasing"}, [2.5, 2]),
        ({"ranking": ["a", "b"]}, ["a", "b", "c"]),
        ({"set": ["Rock", "Mine"]}, ["Mine", "Rock"]),
        ({"matches": "piz+a"}, "This is a : pizza"),
        ({"runs": True}, {"raised": None, "message": ""}),
        ({"raises": "ValueError"}, {"raised": "ValueError", "message": "no"}),
        (
            {"layers": [{"type": "Dense", "params": 3}]},
            [{"type": "Dense", "params": 3, "name": "d"}],
        ),
        ({"tends": "greater"}, [[2, 3, 2, 3, 2, 3], [1, 1, 1, 2, 1, 1]]),
        ({"times_as_long": 2}, 3.0),
        ({"times_as_long": 2}, np.float64(1.34)),
    ],
)
def test_met(table, observed) -> None:
    assert outcome(table, observed) == "met"


@pytest.mark.parametrize(
    ("table", "observed"),
    [
        ({"equals": 42}, 38),
        ({"equals": 1}, True),
        ({"equals": [True, False]}, np.array([1, 0])),
        ({"equals": [1, 2]}, np.array([[1, 2]])),
        ({"equals": 0.3}, np.float64(0.30000000000000004)),
        ({"equals": "pizza"}, "Pizza"),
        ({"equals": "text"}, np.float32([1])),
        ({"printed": "0.8508"}, 0.8509),
        ({"printed": ["0.5"]}, [[0.5]]),
        ({"printed": "0.50"}, 0.506),
        ({"printed": "0.5"}, float("nan")),
        ({"printed": "0.5"}, "0.5"),
        ({"shape": [4]}, np.zeros((4, 1))),
        ({"dtype": "float32"}, np.float64([1])),
        ({"dtype": "float32"}, 1.0),
        ({"at_least": 0.95}, [0.95, 0.9499]),
        ({"at_least": 0}, float("nan")),
        ({"at_least": 0}, []),
        ({"above": 0}, 0.0),
        ({"order": "increasing"}, [1, 1]),
        ({"order": "increasing"}, [float("nan"), 1]),
        ({"order": "increasing"}, 1),
        ({"ranking": ["a", "b"]}, ["b", "a"]),
        ({"ranking": ["a"]}, "a"),
        ({"set": ["Rock", "Mine"]}, ["Mine", "Rock", "Rock"]),
        ({"matches": "pizza"}, 3),
        ({"runs": True}, {"raised": "NameError", "message": "x"}),
        ({"runs": True}, True),
        ({"raises": "ValueError"}, {"raised": "TypeError", "message": ""}),
        ({"layers": [{"params": 3}]}, [{"params": 4}]),
        ({"layers": [{"params": 3}]}, [{"params": 3}, {"params": 3}]),
        ({"layers": [{"params": 3}]}, "Dense"),
        ({"tends": "greater"}, [[1, 1, 1, 2, 1, 1], [2, 3, 2, 3, 2, 3]]),
        ({"times_as_long": 2}, 6.1),
        ({"times_as_long": 2}, 0.66),
        ({"times_as_long": 2}, -2.0),
        ({"times_as_long": 2}, [2.0, 2.0]),
    ],
)
def test_not_met(table, observed) -> None:
    assert outcome(table, observed) == "not met"


@pytest.mark.parametrize(
    ("table", "observed", "draws"),
    [
        ({"tends": "greater"}, [[1, 2, 1, 2, 1], [2, 1, 2, 1, 2]], None),
        ({"tends": "greater"}, [[1, 2], [0, 0]], None),
        ({"tends": "greater"}, [[2, 3, 2, 3, float("nan")], [1, 1, 1, 2, 1]], None),
        ({"times_as_long": 2}, 3.1, None),
        ({"times_as_long": 2}, 0.7, None),
        ({"plausible": "0.97"}, 0.97, None),
        ({"plausible": "0.97"}, 0.97, Draws([0.97, 0.96])),
    ],
)
def test_undecided_is_neither(table, observed, draws) -> None:
    assert outcome(table, observed, draws) == "undecided"


DRAWS = Draws([0.968, 0.969, 0.97, 0.971, 0.972, 0.969, 0.971])


@pytest.mark.parametrize(
    ("printed", "observed", "expected"),
    [
        ("0.97", 0.97, "met"),
        ("0.980", 0.97, "not met"),
        ("0.970", 0.98, "not met"),
        ("1", 0.97, "met"),
        ("0.970", "a text", "not met"),
    ],
)
def test_a_print_is_plausible_where_its_rounding_cell_meets_the_interval(
    printed, observed, expected
) -> None:
    assert outcome({"plausible": printed}, observed, DRAWS) == expected


@pytest.mark.parametrize(
    "table",
    [
        {"equal": 1},
        {},
        {"equals": 1, "shape": []},
        "equals",
        {"printed": 0.85},
        {"printed": "a lot"},
        {"printed": "nan"},
        {"printed": [["1"], ["1", "2"]]},
        {"shape": [5, -1]},
        {"shape": 5},
        {"dtype": "float33"},
        {"at_least": "0.9"},
        {"at_least": True},
        {"order": "up"},
        {"ranking": []},
        {"set": ["a", "a"]},
        {"matches": "("},
        {"runs": False},
        {"raises": "not a name"},
        {"layers": [{"units": 3}]},
        {"layers": []},
        {"plausible": 0.97},
        {"tends": "more"},
        {"times_as_long": "2"},
        {"times_as_long": 0},
    ],
)
def test_what_is_no_expectation_is_refused(table) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_check(table)


def test_an_unknown_check_offers_the_nearest() -> None:
    with pytest.raises(ValueError, match="equals"):
        parse_check({"equal": 1})


@given(st.decimals(-1000, 1000, places=4), st.floats(-0.49, 0.49), st.sampled_from([-1, 1]))
def test_a_print_claims_half_a_unit_of_its_last_digit(number, inside, sign) -> None:
    printed = cell(str(number))
    unit = 2 * float(printed.half_unit)
    assert printed.admits(float(number) + inside * unit)
    assert not printed.admits(float(number) + sign * 0.51 * unit)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_float32_printed_with_nine_digits_is_its_own_print(number) -> None:
    assert cell(f"{number:.9g}").admits(np.float32(number))


@given(hnp.arrays(np.int64, hnp.array_shapes(max_dims=3, max_side=3)))
def test_an_array_equals_its_own_list_and_no_neighbour(array) -> None:
    check = parse_check({"equals": array.tolist()})
    assert check.compare(array).outcome == "met"
    neighbour = array.copy()
    neighbour[(0,) * array.ndim] += 1
    assert check.compare(neighbour).outcome == "not met"


def test_every_check_says_its_own_name() -> None:
    assert all(str(CHECKS[name](1)).startswith(name) for name in CHECKS)
