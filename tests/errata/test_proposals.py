"""A draft comes of a refuted verdict: its right value is met, the reviewer's words are missing."""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.checks import parse_check
from harness.claim_files import load
from harness.eras.ledger import UNMEASURED, Finding
from harness.errata.proposals import propose, right_value
from harness.errors import FixtureError
from harness.statistics import Draws
from harness.verdicts import Verdict
from tests.command_line import Dlw
from tests.eras.test_ledger import claim

RAISED = {"raised": "ValueError", "message": "no"}
RAN = {"raised": None, "message": ""}
FILE = """\
[titles]
"1.02" = "A title"

[[claim]]
id    = "1.02/result"
where = "Exercise 1.02, step 8"
says  = "the result is 41"
of    = "result"
check = { equals = 41 }

"""


@pytest.mark.parametrize(
    ("printed", "value", "right"),
    [
        ({"equals": 41}, 42, {"equals": 42}),
        ({"equals": [1, 2]}, np.array([1, 3]), {"equals": [1, 3]}),
        ({"printed": "0.8508"}, 0.851449, {"printed": "0.8514"}),
        ({"printed": "12"}, 13.2, {"printed": "13"}),
        ({"printed": "2.90e-28"}, 3.2111e-27, {"printed": "3.21e-27"}),
        ({"shape": [5]}, np.zeros((5, 1)), {"shape": [5, 1]}),
        ({"dtype": "float32"}, np.zeros(2), {"dtype": "float64"}),
        ({"runs": True}, RAISED, {"raises": "ValueError"}),
        ({"raises": "TypeError"}, RAN, {"runs": True}),
        ({"at_least": 3}, 2, {"below": 3}),
        ({"above": 3}, 3, {"at_most": 3}),
        ({"order": "increasing"}, [2.0, 1.0], {"order": "decreasing"}),
        ({"ranking": ["a", "b"]}, ["b", "a", "c"], {"ranking": ["b", "a"]}),
        ({"set": ["a"]}, ["b"], {"set": ["b"]}),
        ({"matches": "x"}, "y", {"equals": "y"}),
        ({"layers": [{"params": 5}]}, [{"name": "d", "params": 6}], {"layers": [{"params": 6}]}),
        ({"tends": "greater"}, [[1, 2, 3, 4, 5], [2, 3, 4, 5, 7]], {"tends": "less"}),
    ],
)
def test_the_right_value_is_of_the_prints_own_kind(
    printed: dict[str, Any], value: Any, right: dict[str, Any]
) -> None:
    check = parse_check(printed)
    assert check.compare(value).outcome == "not met"
    assert right_value(check, value) == right


def test_a_random_result_is_drafted_from_its_seeds() -> None:
    check = parse_check({"plausible": "0.90"})
    draws = Draws([0.49, 0.5, 0.51, 0.52, 0.48])
    assert right_value(check, 0.5, draws) == {"plausible": "0.50"}


@pytest.mark.parametrize("value", [float("nan"), "a text", RAN, None])
def test_what_the_kind_of_check_cannot_say_is_left_to_the_reviewer(value: Any) -> None:
    assert right_value(parse_check({"printed": "0.85"}), value) is None


@given(st.floats(-1e6, 1e6), st.sampled_from(["0.85", "12", "0.8508", "-3.1"]))
def test_a_drafted_number_is_always_met_by_what_it_was_drafted_from(
    value: float, like: str
) -> None:
    assert right_value(parse_check({"printed": like}), value) is not None


def draft(book: Finding) -> str:
    verdict = Verdict("1.02/result", "refuted", "holds", "equals 41", "42", surprise="held")
    return str(propose(claim(check={"equals": 41}), verdict, 42, book, None, "a.toml:4"))


@pytest.mark.parametrize(
    ("book", "kind", "words"),
    [
        (Finding("met", "41"), "drift", "the book's era 41, met"),
        (Finding("not met", "42"), "erratum", "the book's era 42, not met"),
        (UNMEASURED, "erratum", "not measured in the book's era"),
    ],
)
def test_the_books_own_environment_tells_erratum_from_drift(
    book: Finding, kind: str, words: str
) -> None:
    text = draft(book)
    key = "today" if kind == "drift" else "right"
    assert tomllib.loads(text)["claim"][kind][key] == {"equals": 42}
    assert words in text


def test_a_draft_is_no_entry_before_a_person_gave_reason_and_date(tmp_path: Path) -> None:
    path = tmp_path / "chapter1" / "1.02.toml"
    path.parent.mkdir()
    path.write_text(FILE + draft(UNMEASURED), "utf-8")
    with pytest.raises(FixtureError, match="because"):
        load(path)
    reviewed = path.read_text("utf-8").replace('""', '"a misprint"')
    path.write_text(reviewed.replace("# reviewed = YYYY-MM-DD", "reviewed = 2026-11-28"), "utf-8")
    [read] = load(path)
    assert read.state == "erratum"


def test_nothing_is_proposed_where_nothing_is_refuted(dlw: Dlw) -> None:
    result = dlw("errata", "propose", "1.02")
    assert (result.code, result.out) == (0, "# no drafts; nothing was written\n")
