"""What a program held, found at the places of a sheet."""

from typing import Any

import numpy as np
import pytest

from harness.grading.found_units import Segment
from harness.grading.pool import Run
from harness.grading.protocol import Protocol
from harness.grading.sheets import place
from harness.grading.values import Values


def values(*frames: tuple[str, str, Any]) -> Values:
    """Frames of name, scope and value, a line each."""
    return Values(
        Run(
            frames=[
                {"kind": "value", "name": n, "scope": s, "cell": 1, "line": line, "value": v}
                for line, (n, s, v) in enumerate(frames, 1)
            ]
        ),
        {},
    )


def found(held: Values, text: str) -> list[Any]:
    return [value.value for value in held.of(place(text), Segment("2.06"))]


def test_what_evaluate_and_fit_display_has_a_place_without_a_name() -> None:
    held = values(("", "shown", {"loss": [0.9, 0.5]}), ("", "shown", [0.1, 1.0]))
    assert found(held, "_[1]") == [1.0]
    assert found(held, "_.loss[1]") == [0.5]


def test_a_displayed_shape_is_no_accuracy() -> None:
    assert found(values(("", "shown", [21, 1]), ("", "printed", np.zeros((3, 2)))), "_[1]") == []


def test_a_local_of_a_busy_function_says_nothing_and_hides_nothing() -> None:
    busy = [("x", "loss", float(i)) for i in range(3)]
    held = values(*busy, ("x", "loss", {"__many__": 60}), ("x", "", 4.99))
    assert found(held, "x") == [4.99]
    assert found(values(*busy, ("x", "loss", {"__many__": 60})), "x") == []


@pytest.mark.parametrize("value", [True, None, 3, "text"])
def test_any_plain_value_may_be_displayed(value: Any) -> None:
    frame = {"kind": "value", "name": "", "scope": "shown", "cell": 1, "line": 1, "value": value}
    Protocol({"task": "run", "cells": [{}]}).admit(frame)
