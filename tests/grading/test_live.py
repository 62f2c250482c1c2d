"""What a teacher sees while a class is graded."""

import io

import pytest
from rich.console import Console

from harness.grading.outputs.live import Board, bar
from tests.grading.graded_examples import good, mixed


def test_without_a_terminal_each_submission_is_a_line() -> None:
    file = io.StringIO()
    with Board(2, Console(file=file)) as board:
        board.finished(mixed("[red]bob\n\x1b[31m"))
        board.finished(good())
    assert file.getvalue().splitlines() == [
        "[1/2] [red]bob: timeout, 0.5 of 6 points (8.3 %), 1 before the late factor of 0.5, "
        "suspicious, 60.2 s",
        "[2/2] ann.py: finished, 2 of 2 points (100 %), 0.0 s",
    ]


def test_a_terminal_shows_rows_with_the_rate_and_the_time_left() -> None:
    file = io.StringIO()
    times = iter([0.0, 0.0, 30.0, 60.0])
    console = Console(file=file, force_terminal=True, width=120)
    with Board(10, console, clock=lambda: next(times)) as board:
        board.finished(good())
        board.finished(mixed("[red]bob"))
    assert "1/10 graded, 2 a minute, 0:04:30 left" in file.getvalue()
    assert "[red]bob" in file.getvalue()
    assert "suspicious" in file.getvalue()


@pytest.mark.parametrize(("share", "drawn"), [(None, "-"), (70, "███████░░░ 70 %"), (0, "░" * 10)])
def test_a_mark_is_drawn_as_a_bar(share: float | None, drawn: str) -> None:
    assert bar(share).startswith(drawn)
