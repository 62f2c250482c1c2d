"""Grading sheets against the claims and the reference they speak of."""

import importlib
import inspect

import numpy as np
import pytest

from harness import units
from harness.grading import honesty
from harness.grading.sheets import Absent, graded_claims, place, sheet, sheets

OBSERVATIONS = {
    unit: {name for claim in claims for name in claim.names}
    for unit, claims in graded_claims().items()
}


@pytest.mark.parametrize("unit", sorted(sheets()))
def test_a_sheet_speaks_of_what_claims_speak_of(unit: str) -> None:
    assert unit in OBSERVATIONS
    known = OBSERVATIONS[unit] | set(sheet(unit).vary)
    assert set(sheet(unit).names) <= known


@pytest.mark.parametrize("unit", [unit for unit in sorted(sheets()) if sheet(unit).vary])
def test_what_may_be_varied_is_a_parameter_of_the_reference(unit: str) -> None:
    parameters: set[str] = set()
    for stage in units.unit(unit).stages:
        function = getattr(importlib.import_module(stage.module), stage.function)
        parameters |= set(inspect.signature(function).parameters)
    assert set(sheet(unit).vary) <= parameters


@pytest.mark.parametrize(
    "unit", [u for u in sorted(sheets()) if set(sheet(u).vary) - {honesty.SEED}]
)
def test_a_changed_input_has_the_form_of_the_books_and_another_value(unit: str) -> None:
    for book, other in honesty.changed_inputs(unit).values():
        assert not honesty.same_digits(book, other)
        assert type(other) is type(book)
        assert getattr(other, "shape", None) == getattr(book, "shape", None)
        assert (
            getattr(other, "dtype", np.dtype("U1")).kind
            == getattr(book, "dtype", np.dtype("U1")).kind
        )


def test_a_place_is_a_name_a_path_or_a_call() -> None:
    assert place("history.loss[-1]").of({"loss": [3.0, 2.0]}) == 2.0
    assert place("model.units[:-1]").of({"units": [5, 4, 1]}) == [5, 4]
    assert place("realData(128)[0]").root == "realData(128)"
    with pytest.raises(Absent):
        place("results[5]").of([1, 2])


@pytest.mark.parametrize("text", ["a +", "a + b", "f(x)", "m.f(1)", "a[b]"])
def test_anything_else_is_no_place(text: str) -> None:
    with pytest.raises(ValueError, match=r"no place|malformed|calls something"):
        place(text)
