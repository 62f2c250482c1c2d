"""The release since which a drift is wrong, found among those that an index lists."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from harness.eras import index
from harness.eras.bisection import Laboratory, bisect, series
from harness.eras.index import Release, releases
from harness.eras.ledger import Outcome
from harness.eras.parts import parts
from harness.eras.record import load_record
from harness.eras.specification import era
from harness.errors import UsageError
from tests.command_line import Dlw
from tests.eras.builders import write_eras
from tests.eras.fake_index import NAME, serving, wheel
from tests.eras.test_ledger import DRIFT, claim

pytestmark = pytest.mark.xdist_group("eras")
ANSWERS = {"1.0": 42, "1.1": 42, "1.2": None, "2.0": 41, "2.1": 41, "3.0rc1": 41}
DAYS = {version: f"2020-0{n}-01" for n, version in enumerate(ANSWERS, 1)}
PART = f"""\
import {NAME}


def observations():
    return {{"1.02/result": {NAME}.answer()}}
"""


def release(number: int) -> Release:
    return Release(Version(f"2.{number}"), date(2020, 1, 1), ("3.7",))


@given(st.lists(st.booleans(), min_size=0, max_size=12), st.integers(0, 12))
def test_the_bounds_are_right_whatever_is_undecided(undecided: list[bool], wrong: int) -> None:
    candidates = [release(number) for number in range(len(undecided))]

    def outcome(one: Release) -> Outcome:
        number = one.version.minor
        return "undecided" if undecided[number] else "met" if number < wrong else "not met"

    bounds = bisect(candidates, outcome)
    decided = [n for n, lost in enumerate(undecided) if not lost]
    right = [candidates[n] for n in decided if n < wrong]
    first_wrong = [candidates[n] for n in decided if n >= wrong]
    assert bounds.right == (right[-1] if right else None)
    assert bounds.wrong == (first_wrong[0] if first_wrong else None)
    low = bounds.right.version.minor if bounds.right else -1
    high = bounds.wrong.version.minor if bounds.wrong else len(candidates)
    assert [one.version.minor for one in bounds.undecided] == list(range(low + 1, high))


@given(st.integers(1, 64), st.data())
def test_few_releases_are_tried(count: int, data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, count))
    tried: list[int] = []

    def outcome(one: Release) -> Outcome:
        tried.append(one.version.minor)
        return "met" if one.version.minor < wrong else "not met"

    bisect([release(number) for number in range(count)], outcome)
    assert len(tried) <= count.bit_length()


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An index whose library answers 41 instead of 42 since 2.0, and fails in 1.2."""
    wheels = {
        version: wheel(version, f"def answer():\n    return {answer}\n" if answer else "broken(\n")
        for version, answer in ANSWERS.items()
    }
    with serving(wheels, DAYS) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        monkeypatch.delenv("PIP_NO_INDEX", raising=False)
        releases.cache_clear()
        yield
        releases.cache_clear()


def test_final_releases_are_listed_with_their_days_and_pythons(library: None) -> None:
    found = releases(NAME)
    assert [str(one.version) for one in found] == ["1.0", "1.1", "1.2", "2.0", "2.1"]
    assert found[0].uploaded == date(2020, 1, 1)
    assert found[0].pythons[0] == "3.6"
    assert index.newest(NAME, date(2020, 2, 15)) == Version("1.1")
    assert index.newest(NAME, date(2019, 1, 1)) is None


def test_a_series_is_tried_by_its_last_release(library: None) -> None:
    assert [str(one.version) for one in series(NAME, "1.0", "2.0")] == ["1.1", "1.2", "2.0"]


def test_a_library_that_the_index_does_not_know_is_one_line(library: None) -> None:
    with pytest.raises(UsageError, match="does not know no-such-library"):
        releases("no-such-library")


def test_an_index_that_cannot_be_reached_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    releases.cache_clear()
    with pytest.raises(UsageError, match="cannot be reached"):
        releases(NAME)


def test_releases_are_tried_in_environments_that_are_thrown_away(
    library: None, folder: Path
) -> None:
    write_eras(folder, "book", requires=f'["{NAME}"]')
    (folder / "part.py").write_text(PART, "utf-8")
    drift = claim(drift=DRIFT)
    told: list[str] = []
    (folder / "other.py").write_text(PART.replace("result", "other"), "utf-8")
    part, other = parts()["part"], parts()["other"]
    laboratory = Laboratory(era("book"), NAME, [part, other], told.append)
    candidates = series(NAME, "1.1", "2.0")
    bounds = bisect(candidates, lambda one: laboratory.finding(one, drift, part).outcome)
    assert bounds.right is None
    assert bounds.wrong is not None
    assert str(bounds.wrong.version) == "2.0"
    assert [str(one.version) for one in bounds.undecided] == ["1.2"]
    assert any("SyntaxError" in line for line in told)
    kept = (Path(os.environ["DLW_CACHE"]) / "eras").iterdir()
    assert {path.name for path in kept} == {"bisection", "observations"}
    told.clear()
    laboratory.finding(bounds.wrong, drift, part)
    assert told == [f"1.02/result: not met in {NAME} 2.0: 41"]
    of_the_other = laboratory.finding(bounds.wrong, claim(of="other", drift=DRIFT), other)
    assert (of_the_other.outcome, of_the_other.found) == ("not met", "41")
    assert not any("building" in line for line in told)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("1.02/reslt",), "Did you mean 1.02/result"),
        (("1.02/result",), "is no drift: the ledger says holds"),
        (("6.01/predict-classes", "--library", "torch"), "torch is not installed here"),
    ],
)
def test_what_cannot_be_bisected_is_one_line(
    dlw: Dlw, arguments: tuple[str, ...], message: str
) -> None:
    result = dlw("era", "bisect", *arguments)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert message in result.err


def test_a_library_that_was_the_same_before_and_after_is_one_line(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = load_record("keras2")
    assert record is not None
    monkeypatch.setattr("harness.environment.installed", record.versions.get)
    result = dlw("era", "bisect", "S4.removing-stop-words/count", "--library", "nltk")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "with the same nltk later" in result.err
