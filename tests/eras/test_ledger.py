"""Eras tell erratum from drift, and the ledger is held against what they prove."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.claims import Claim
from harness.eras.ledger import Finding, Outcome, conclude, contradiction, dating_fault, finding
from harness.eras.matrix import Column, Matrix, of_record
from harness.eras.record import Measured, Record

REVIEWED = date(2026, 11, 24)
ERRATUM = {"right": {"equals": 41}, "because": "a misprint", "severity": "slip"}
DRIFT = {"today": {"equals": 41}, "because": "it was renamed", "severity": "slip"}


def claim(**changes: Any) -> Claim:
    for kind in ("erratum", "drift"):
        if kind in changes:
            changes[kind] = {"reviewed": REVIEWED, **changes[kind]}
    fields = {
        "id": "1.02/result",
        "where": "Exercise 1.02, step 8",
        "says": "the result is 42",
        "of": "result",
        "check": {"equals": 42},
    }
    return Claim.model_validate(fields | changes)


def record(era: str = "book", /, versions: dict[str, str] | None = None, **values: Any) -> Record:
    observations = {f"1.02/{name}": value for name, value in values.items()}
    part = Measured(digest="d", observations=observations)
    return Record(era=era, command="c", versions=versions or {}, parts={"part": part})


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ({}, 42, ""),
        ({}, 41, "holds, yet not met in the book's era, which gives 41"),
        ({"erratum": ERRATUM}, 41, ""),
        ({"erratum": ERRATUM}, 42, "erratum, yet met in the book's era"),
        ({"drift": DRIFT}, 42, ""),
        ({"drift": DRIFT}, 41, "drift, yet not met in the book's era"),
    ],
)
def test_the_books_era_contradicts_a_wrong_entry(
    entry: dict[str, Any], value: int, fault: str
) -> None:
    told = contradiction(claim(**entry), record(result=value))
    assert told.startswith(fault)
    assert bool(told) == bool(fault)


def test_only_a_drift_needs_to_have_been_measured() -> None:
    assert "not measured" in contradiction(claim(drift=DRIFT), record())
    assert contradiction(claim(erratum=ERRATUM), record()) == ""
    assert contradiction(claim(), record()) == ""


@pytest.mark.parametrize("state", [{}, {"erratum": ERRATUM}])
def test_what_the_books_era_leaves_undecided_contradicts_nothing(state: dict[str, Any]) -> None:
    """A ratio of times that was measured there on one machine, between met and not met."""
    entry = claim(check={"times_as_long": 2}, **state)
    assert contradiction(entry, record(result=3.5)) == ""
    assert bool(contradiction(entry, record(result=2.0))) == bool(state)


def test_a_random_result_is_judged_by_the_eras_own_seeds() -> None:
    random = claim(check={"plausible": "0.50"})
    near = record(result_draws=[0.49, 0.5, 0.51, 0.5, 0.49])
    far = record(result_draws=[0.89, 0.9, 0.91, 0.9, 0.89])
    assert finding(random, near).outcome == "met"
    assert finding(random, far).outcome == "not met"
    assert finding(random, record(result=0.5)).outcome == "undecided"
    assert finding(random, record()).outcome == "unmeasured"


@pytest.mark.parametrize(
    ("outcomes", "conclusion", "since"),
    [
        (("met", "met", "met"), "holds", ""),
        (("not met", "not met", "not met"), "erratum", ""),
        (("not met", "met", "met"), "erratum", ""),
        (("met", "not met", "not met"), "drift", "keras2"),
        (("met", "met", "not met"), "drift", "today"),
        (("met", "unmeasured", "not met"), "drift", "today"),
        (("unmeasured", "unmeasured", "not met"), "erratum or drift", ""),
        (("unmeasured", "undecided", "unmeasured"), "unknown", ""),
        (("unmeasured", "unmeasured", "met"), "holds", ""),
    ],
)
def test_what_outcomes_prove(outcomes: tuple[Outcome, ...], conclusion: str, since: str) -> None:
    by_era = dict(zip(("book", "keras2", "today"), outcomes, strict=True))
    assert conclude(by_era) == (conclusion, since)


@given(st.lists(st.sampled_from(["met", "not met", "undecided", "unmeasured"]), max_size=4))
def test_what_was_not_decided_proves_nothing(outcomes: list[Outcome]) -> None:
    by_era = dict(zip(("book", "a", "b", "c"), outcomes, strict=False))
    decided = {era: one for era, one in by_era.items() if one in ("met", "not met")}
    assert conclude(by_era) == conclude(decided)


@pytest.mark.parametrize(
    ("since", "fault"),
    [
        ("keras 3.0", ""),
        ("keras 2.5", "yet met in keras2"),
        ("keras 4.0", "yet not met in today"),
        ("numpy 2.0", ""),  # whose version no era names
    ],
)
def test_a_drift_is_dated_by_what_the_eras_have(since: str, fault: str) -> None:
    dated = claim(drift=DRIFT | {"since": since})
    outcomes: dict[str, Outcome] = {"book": "met", "keras2": "met", "today": "not met"}
    versions = {"book": {}, "keras2": {"keras": "2.15.0"}, "today": {"keras": "3.15.1"}}
    told = dating_fault(dated, outcomes, versions)
    assert fault in told
    assert bool(told) == bool(fault)


def test_a_date_is_a_library_and_a_version() -> None:
    with pytest.raises(ValueError, match="since"):
        claim(drift=DRIFT | {"since": "last year"})


def column(era: str, outcome: Outcome, *, judged: bool = True) -> Column:
    return Column(era, {}, {"1.02/result": Finding(outcome)}, judged)


@pytest.mark.parametrize(
    ("entry", "outcomes", "fault"),
    [
        ({}, ("met", "met"), ""),
        ({}, ("met", "not met"), "the ledger says holds, the eras say drift"),
        ({"drift": DRIFT}, ("met", "not met"), ""),
        ({"drift": DRIFT}, ("not met", "not met"), "the eras say erratum"),
        ({"erratum": ERRATUM}, ("unmeasured", "not met"), ""),
        ({"erratum": ERRATUM}, ("met", "not met"), "the eras say drift"),
        ({"drift": DRIFT}, ("unmeasured", "not met"), "not measured in the book's era"),
    ],
)
def test_the_matrix_contradicts_a_ledger_that_says_otherwise(
    entry: dict[str, Any], outcomes: tuple[Outcome, Outcome], fault: str
) -> None:
    columns = (column("book", outcomes[0]), column("today", outcomes[1]))
    [row] = Matrix(columns, (claim(**entry),)).rows
    assert fault in row.contradiction
    assert bool(row.contradiction) == bool(fault)


def test_what_pre_releases_give_is_shown_and_proves_nothing() -> None:
    columns = (column("book", "met"), column("next", "not met", judged=False))
    [row] = Matrix(columns, (claim(),)).rows
    assert (row.conclusion, row.contradiction) == ("holds", "")
    assert row.findings["next"].outcome == "not met"


def test_a_record_becomes_a_column() -> None:
    found = of_record(record(result=41), [claim()])
    assert found.findings["1.02/result"] == Finding("not met", "41")
