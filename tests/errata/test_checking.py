"""The gate of the ledger: stale and contradictory entries, and evidence of what was renamed."""

import re

import pytest

from harness.claim_files import claims
from harness.commands import errata as command
from harness.errata import entries
from harness.errata.checking import faults
from tests.command_line import Dlw
from tests.eras.test_ledger import DRIFT, ERRATUM, claim, record

UNITS = ["1.02", "1.03"]


def test_a_ledger_that_holds_has_no_fault() -> None:
    sound = [claim(), claim(id="1.02/other", of="other", erratum=ERRATUM)]
    assert list(faults(entries(sound, {}), sound, [record(result=42)], UNITS)) == []


def test_a_stale_entry_is_told() -> None:
    [made] = entries([claim(check={"equals": 41}, drift=DRIFT)], {})
    [fault] = faults([made], [], [], UNITS)
    assert re.match("1.02/result: stale, drift, yet not met", fault)


@pytest.mark.parametrize(("first", "second"), [({}, {"erratum": ERRATUM}), ({"drift": DRIFT}, {})])
def test_the_same_statement_cannot_stand_twice_with_different_entries(
    first: dict[str, object], second: dict[str, object]
) -> None:
    pair = [claim(**first), claim(id="1.02/again", **second)]
    [fault] = faults([], pair, [], UNITS)
    assert fault.startswith("1.02/again: contradictory")
    assert "1.02/result" in fault


def test_an_erratum_does_not_correct_a_print_to_itself() -> None:
    same = claim(erratum=ERRATUM | {"right": {"equals": 42}})
    [fault] = faults([], [same], [], UNITS)
    assert "its right value is the printed one" in fault


def test_a_right_value_may_differ_from_the_print_in_blanks_alone() -> None:
    blanks = claim(check={"equals": "is a"}, erratum=ERRATUM | {"right": {"equals": "is  a"}})
    assert list(faults([], [blanks], [], [])) == []


def test_evidence_of_a_unit_that_was_renamed_is_told() -> None:
    [fault] = faults([], [], [record(result=42)], ["1.03", "1.2"])
    assert fault.startswith("1.02: the record of the era book is of a unit that is not there")
    assert "Did you mean" in fault


def test_the_check_of_a_unit_passes_and_counts(dlw: Dlw) -> None:
    result = dlw("errata", "check", "1.02")
    assert (result.code, result.err) == (0, "")
    assert "none stale; 1 measured in book" in result.out
    assert "1 measured in today" in result.out


def test_an_entry_whose_right_value_is_wrong_fails_the_check(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch
) -> None:
    [wrong] = [one for one in claims().values() if one.id == "1.02/listing"]
    assert wrong.erratum
    changed = wrong.model_copy(
        update={"erratum": wrong.erratum.model_copy(update={"right": wrong.check})}
    )
    monkeypatch.setattr(command, "select", lambda words, tiers: [changed])
    result = dlw("errata", "check", "1.02")
    assert result.code == 1
    assert "1.02/listing: stale" in result.out
    assert "1.02/listing: contradictory" in result.out


def test_an_entry_of_a_claim_that_is_not_there_is_one_line(dlw: Dlw) -> None:
    result = dlw("errata", "check", "1.02/lsiting")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "Did you mean 1.02/listing" in result.err
