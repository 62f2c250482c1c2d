"""The files of a class, and the folder that holds everything."""

import csv
import io
import json
import tracemalloc
from itertools import permutations

import pytest

from harness.grading.outputs import class_report, equal
from harness.grading.outputs.class_csv import ClassTable
from harness.grading.outputs.class_summary import ClassSummary
from harness.grading.results import Graded
from harness.printable import spreadsheet_cell
from tests.grading.graded_examples import HOSTILE, good, hostile, mixed, unreadable

CLASS = [good(shape="s"), mixed(), good("cleo.py", shape="s"), unreadable()]


def test_the_table_has_a_row_a_submission() -> None:
    rows = list(csv.DictReader(io.StringIO(ClassTable(CLASS).render())))
    assert [row["name"] for row in rows] == ["ann.py", "bob.ipynb", "broken.zip", "cleo.py"]
    ann, bob, broken, cleo = rows
    assert (ann["similar_to"], cleo["similar_to"], bob["similar_to"]) == ("cleo.py", "ann.py", "")
    assert (bob["points"], bob["earned"], bob["percent"]) == ("6.0", "0.5", "8.3")
    assert (bob["earned 1.03"], bob["earned 2.03"], ann["earned 2.03"]) == ("1.0", "0.0", "")
    assert (bob["suspicious"], bob["right"], broken["percent"]) == ("1", "1", "")


def test_the_order_in_which_submissions_finish_changes_nothing() -> None:
    def files(submissions: tuple[Graded, ...]) -> tuple[str, str, str]:
        table, summary = ClassTable(submissions), ClassSummary(submissions)
        json_text = class_report.as_json(summary, table.shapes)
        return table.render(), json_text, class_report.as_markdown(summary, table.shapes)

    assert len({files(order) for order in permutations(CLASS)}) == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " -", "\x1b[0m=", "\uff1d"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert spreadsheet_cell(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_a_hostile_name_stays_in_its_cell() -> None:
    table = ClassTable([hostile(f'=cmd()\n",{HOSTILE}'), good()])
    rows = list(csv.reader(io.StringIO(table.render())))
    assert len(rows) == 3
    assert len({len(row) for row in rows}) == 1
    assert rows[1][0].startswith("'=cmd()")


def test_the_summary_ranks_claims_by_how_many_missed_them() -> None:
    summary = ClassSummary([good(), good(), good(), mixed()])
    ranking = [(claim, tally.share) for claim, tally in summary.ranking]
    assert ranking[:3] == [("1.03/c3", 100.0), ("2.03/accuracy", 100.0), ("2.03/time", 100.0)]
    assert ("1.03/c2", 25.0) in ranking
    assert "2.03/data" not in dict(ranking)
    text = class_report.as_markdown(summary, {})
    assert "| 25 % | `1.03/c2` | what 1.03/c2 says | Exercise 1.03, step 4 | 1 wrong of 4 |" in text
    assert "- dlw data fetch mnist: `2.03/data`" in text
    assert "**1 with suspicious values**" in text


def test_marks_are_told_by_mean_median_and_histogram() -> None:
    summary = ClassSummary(CLASS)
    assert (summary.mean, summary.median) == (69.4, 100.0)
    assert summary.histogram == [1, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    assert " 90 to  100 % |" + "#" * 40 + " 2" in class_report.as_markdown(summary, {})


def test_a_class_of_nobody_has_a_summary() -> None:
    record = json.loads(class_report.as_json(ClassSummary(), {}))
    assert (record["submissions"], record["percent"]["mean"], record["claims"]) == (0, None, [])
    assert "submissions: 0 (none)" in class_report.as_markdown(ClassSummary(), {})


def test_only_two_or_more_are_equal_and_an_unread_program_is_equal_to_none() -> None:
    shapes = {"a": ["y", "x"], "b": ["z"], "": ["p", "q"], "c": ["3", "2", "1"]}
    assert equal.groups(shapes) == [["1", "2", "3"], ["x", "y"]]


def test_a_row_names_a_few_of_many_equal_submissions() -> None:
    table = ClassTable(good(f"{number}.py", shape="s") for number in range(8))
    rows = list(csv.DictReader(io.StringIO(table.render())))
    assert rows[0]["similar_to"] == "1.py; 2.py; 3.py; 4.py; 5.py and 2 more"
    assert rows[7]["similar_to"] == "0.py; 1.py; 2.py; 3.py; 4.py and 2 more"


def test_memory_of_a_class_does_not_grow_with_its_output() -> None:
    table, summary = ClassTable(), ClassSummary()
    tracemalloc.start()
    for number in range(2000):
        loud = mixed(f"{number}.py", output="x" * 50_000, shape=str(number))
        table.add(loud)
        summary.add(loud)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held / 2000 < 2000
