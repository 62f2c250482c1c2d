"""Which units a program is taken to hold, and where they begin and end."""

import pytest

from harness.grading.found_units import segments
from harness.grading.notebooks import Cell
from harness.grading.submissions import Part


def found(source: str, name: str = "work.py") -> list[str]:
    return [segment.unit for segment in segments(Part(name, (Cell(name, source),)))]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("# Exercise 2.06", "2.06"),
        ('"""Activity 2.01: sonar"""', "A2.01"),
        ("# --- exercise_1_03 ---", "1.03"),
        ("# Ejercicio 1.04", "1.04"),
        ("# Übung 2.01", "2.01"),
        ("# Aufgabe 2.01", "2.01"),
        ("# Actividad 1.01", "A1.01"),
    ],
)
def test_a_comment_that_begins_with_the_unit_names_it(line: str, unit: str) -> None:
    assert found(f"{line}\nx = 1\n") == [unit]


def test_a_unit_that_is_only_spoken_of_begins_nothing() -> None:
    assert found("# Exercise 2.05\nx = 1\n# the same data as in Exercise 2.02\ny = 2\n") == ["2.05"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("exercise_2_06.py", "2.06"),
        ("2.06.py", "2.06"),
        ("Activity2.01.py", "A2.01"),
        ("A2.01.py", "A2.01"),
    ],
)
def test_the_files_name_serves_where_nothing_is_said(name: str, unit: str) -> None:
    assert found("x = 1\n", name) == [unit]


def test_names_serve_where_the_file_has_none() -> None:
    assert found("X = 1\nY = 2\nc1 = 3\nc2 = 4\n") == ["1.03"]
    assert found("hello = 1\n") == []


def test_segments_run_from_one_heading_to_the_next() -> None:
    cells = (
        Cell("1", "X = 1", ("# Exercise 1.02",)),
        Cell("2", "X = 2", ("# My solution to Exercise 1.03",)),
        Cell("3", "c1 = 3"),
    )
    first, second = segments(Part("a.ipynb", cells))
    assert (first.unit, second.unit) == ("1.02", "1.03")
    assert first.holds(1, 1)
    assert not first.holds(2, 1)
    assert second.holds(3, 1)


def test_chosen_units_are_looked_for_everywhere() -> None:
    [segment] = segments(Part("a.py", (Cell("a.py", "x = 1"),)), ("2.06",))
    assert segment.unit == "2.06"
    assert segment.holds(1, 1)
