"""What an interactive session shows, and that it leaves nothing behind."""

import builtins

import pytest

from reference.sessions import displayed


def test_a_value_is_shown_and_an_assignment_is_not() -> None:
    assert displayed("x", {"x": 42}) == "42\n"
    assert displayed("y = x", {"x": 42}) == ""


def test_no_underscore_is_left_in_the_builtins() -> None:
    displayed("x", {"x": 42})
    assert not hasattr(builtins, "_")
    with pytest.raises(NameError):
        displayed("absent", {})
    assert not hasattr(builtins, "_")
