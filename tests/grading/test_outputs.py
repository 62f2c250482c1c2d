"""The files of one submission."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.grading.outputs import (
    as_html,
    as_json,
    as_junit,
    as_markdown,
    gradescope,
    wording,
)
from harness.grading.results import Graded
from tests.grading.graded_examples import HOSTILE, good, hostile, mixed, unreadable

EXAMPLES = [good(), mixed(), hostile(), unreadable()]
RENDERERS = [
    as_html.render,
    as_html.render_alone,
    as_json.render,
    as_junit.render,
    as_markdown.render,
    gradescope.render,
]


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("graded", EXAMPLES, ids=["good", "mixed", "hostile", "unreadable"])
def test_the_same_submission_gives_the_same_bytes(render, graded: Graded) -> None:
    again = replace(graded, figures=dict(reversed(graded.figures.items())))
    assert render(graded).encode() == render(again).encode()


@pytest.mark.parametrize("graded", EXAMPLES, ids=["good", "mixed", "hostile", "unreadable"])
def test_a_record_gives_back_its_submission(graded: Graded) -> None:
    assert as_json.read(as_json.render(graded)) == replace(graded, figures={})


@given(name=st.text(), output=st.text(st.characters(codec=None)))
def test_a_record_keeps_every_string(name: str, output: str) -> None:
    graded = good(name, output=output)
    assert as_json.read(as_json.render(graded)) == graded


@pytest.mark.parametrize("text", ["", "[]", "{}", "3", '{"schema": 2}', '{"schema": 1}'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(as_json.NotARecord, match="Grade it again"):
        as_json.read(text)


def test_every_field_of_a_record_is_documented() -> None:
    documented = Path("docs/formats.md").read_text("utf-8").split("## `dlw grade`")[1]
    record = json.loads(as_json.render(mixed()))
    unit = record["units"][0]
    for name in {*record, *unit, *unit["marks"][0]}:
        assert f"`{name}`" in documented


def test_junit_tells_failures_from_errors_and_skips_what_nobody_could_judge() -> None:
    suite = ET.fromstring(as_junit.render(mixed()))
    kinds = {case.get("name"): [child.tag for child in case] for case in suite}
    assert kinds == {
        "1.03/c1": [],
        "1.03/c2": ["failure"],
        "1.03/c3": ["failure"],
        "2.03/accuracy": ["failure"],
        "2.03/data": ["skipped"],
        "2.03/time": ["error"],
        "3.01/out": ["skipped"],
    }
    totals = [suite.get(name) for name in ("tests", "failures", "errors", "skipped", "time")]
    assert totals == ["7", "3", "1", "2", "60.250"]


def test_a_submission_without_marks_is_never_green_in_junit() -> None:
    suite = ET.fromstring(as_junit.render(unreadable()))
    assert (suite.get("errors"), suite[0][0].get("message")) == ("1", "no zip file")


def test_control_characters_do_not_break_xml() -> None:
    assert ET.fromstring(as_junit.render(hostile())).get("errors") == "1"


def test_markdown_says_what_to_do() -> None:
    text = as_markdown.render(mixed())
    assert "**0.5 of 6 points (8.3 %), 1 before the late factor of 0.5**" in text
    assert "- **wrong** (0 of 2 points): what 1.03/c2 says (Exercise 1.03, step 4)" in text
    assert "  - expected: `[[58, 64], [139, 154]]`\n  - found: `[[58, 139], [64, 154]]`" in text
    assert "  - found in: `cell 4, line 1: C2`\n  - it is transposed" in text
    assert "```text\nEpoch 1\nloss 0.5\n```" in text


def test_markdown_of_a_hostile_submission_stays_text() -> None:
    text = as_markdown.render(hostile())
    outside, fence, printed = text.partition("`````text\n")
    assert fence
    assert printed.endswith("\n`````\n")
    assert "`````" not in printed[:-7]
    lines = [line for line in outside.split("\n") if line]
    assert all(line.lstrip().startswith(("#", "**", "-", "The program")) for line in lines)
    assert as_markdown.prose(HOSTILE).count("<") == 0


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("X is [[1 2] [3 4]], x_real", "X is [[1 2] [3 4]], x_real"),
        ("[x](y) [x][y] [x]: y", r"[x\](y) [x\][y] [x\]: y"),
        ("_a_ **b** <i> `c` | \\", r"\_a\_ \*\*b\*\* &lt;i&gt; \`c\` \| \\"),
        ("a\n# b", "a # b"),
    ],
)
def test_words_are_escaped_only_where_markdown_would_take_them(text: str, escaped: str) -> None:
    assert as_markdown.prose(text) == escaped


def test_a_line_of_code_survives_its_own_backticks() -> None:
    assert as_markdown.code("a ``b`` `") == "``` a ``b`` ` ```"


GRADESCOPE = {
    "score": float,
    "execution_time": float,
    "output": str,
    "output_format": str,
    "test_output_format": str,
    "test_name_format": str,
    "visibility": str,
    "stdout_visibility": str,
    "extra_data": dict,
    "tests": list,
}
GRADESCOPE_TEST = {
    "score": float,
    "max_score": float,
    "status": str,
    "name": str,
    "number": str,
    "output": str,
}


@pytest.mark.parametrize("graded", EXAMPLES, ids=["good", "mixed", "hostile", "unreadable"])
def test_gradescope_finds_the_fields_it_specifies(graded: Graded) -> None:
    record = json.loads(gradescope.render(graded))
    assert record.keys() == GRADESCOPE.keys()
    assert all(isinstance(record[name], kind) for name, kind in GRADESCOPE.items())
    for test in record["tests"]:
        assert all(isinstance(value, GRADESCOPE_TEST[name]) for name, value in test.items())
        assert test.get("status", "passed") in ("passed", "failed")


def test_gradescope_gets_the_late_score_and_no_score_for_what_was_not_judged() -> None:
    record = json.loads(gradescope.render(mixed(), "after_due_date"))
    unjudged = next(test for test in record["tests"] if test["name"].startswith("2.03/data"))
    assert (record["score"], record["visibility"]) == (0.5, "after_due_date")
    assert not unjudged.keys() & {"score", "max_score", "status"}
    optional = sum(unit.points for unit in mixed().units if not unit.required)
    scores = sum(test.get("max_score", 0) for test in record["tests"])
    assert scores == mixed().points + optional


def test_the_tail_is_the_end_and_says_that_it_is_cut() -> None:
    assert wording.tail("\x1b[32ma\x1b[0m\r\nb\n") == "a\nb"
    assert wording.tail("".join(f"{line}\n" for line in range(100)), lines=2) == "[...]\n98\n99"
    assert wording.tail("x" * 100, characters=5) == "[...]\nxxxxx"


@pytest.mark.parametrize(
    ("value", "text"), [(0.1 + 0.2, "0.3"), (7.0, "7"), (2 / 3, "0.67"), (-0.001, "0")]
)
def test_points_are_short(value: float, text: str) -> None:
    assert wording.number(value) == text
