"""``dlw bench run`` and ``list``."""

import json
from pathlib import Path

import pytest

from harness.bench.records import from_text
from harness.bench.workloads import WORKLOADS, Workload
from tests.bench_measuring.fakes import workload
from tests.command_line import Dlw

QUICK = ("--pairs", 3, "--rounds", 2, "--threads", 1)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Workload:
    """A core beside the book's; runs are kept in a folder of the test."""
    made = workload("busy", 2000)
    monkeypatch.setitem(WORKLOADS, made.name, made)
    monkeypatch.setenv("DLW_BENCH_HISTORY", str(tmp_path / "history"))
    return made


def test_a_run_is_shown_and_kept(dlw: Dlw, known: Workload, tmp_path: Path) -> None:
    result = dlw("bench", "run", "-k", known.name, "--twice", *QUICK)
    assert result.code == 0, result.err
    assert known.name in result.out
    assert "second time over first" in result.out
    assert "number " in result.out  # what it reached
    [kept] = (tmp_path / "history").glob("*.json")
    record = from_text(kept.read_bytes(), "here")
    assert {side: len(each) for side, each in record.cores[0].sides.items()} == {
        "head": 3,
        "again": 3,
    }
    assert record.environment.cores >= 1
    assert "--twice" in record.command


def test_a_record_goes_where_it_is_told(dlw: Dlw, known: Workload, tmp_path: Path) -> None:
    out = tmp_path / "run.json"
    assert dlw("bench", "run", "-k", known.name, "--out", out, *QUICK).code == 0
    assert from_text(out.read_bytes(), "here").cores[0].name == known.name
    assert not (tmp_path / "history").exists()


def test_a_core_that_fails_is_named_and_the_run_exits_with_1(
    dlw: Dlw, known: Workload, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = workload("crashing_from", 1)
    monkeypatch.setitem(WORKLOADS, failing.name, failing)
    result = dlw("bench", "run", "-k", "fake/", *QUICK)
    assert result.code == 1
    assert "fake/crashing_from: FAILED, head: the process left with code 1" in result.out
    assert " a call" in result.out


@pytest.mark.parametrize("option", ["--pairs", "--rounds"])
def test_nothing_to_measure_is_misuse(dlw: Dlw, known: Workload, option: str) -> None:
    result = dlw("bench", "run", "-k", known.name, option, 0)
    assert result.code == 2
    assert "measure nothing" in result.err


def test_an_unknown_core_is_misuse(dlw: Dlw) -> None:
    result = dlw("bench", "run", "-k", "train/9.99")
    assert result.code == 2
    assert "no core has 'train/9.99' in its name" in result.err


def test_an_unknown_commit_is_misuse(dlw: Dlw, known: Workload) -> None:
    result = dlw("bench", "run", "-k", known.name, "--against", "nowhere", *QUICK)
    assert result.code == 2
    assert "'nowhere' is no commit of this repository" in result.err


def test_missing_data_leave_a_core_unverified_with_the_remedy(
    dlw: Dlw, known: Workload, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = workload("busy", 10, needs=("fruits360",))
    monkeypatch.setitem(WORKLOADS, lacking.name, lacking)
    result = dlw("bench", "run", "-k", lacking.name, "--offline", *QUICK)
    assert result.code == 2
    assert "unverified: data set fruits360 is not here" in result.out
    assert "Run `dlw data fetch fruits360`" in result.out


def test_without_a_gpu_nothing_is_measured_under_its_name(
    dlw: Dlw, known: Workload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.bench.measuring.runs.gpu_possible", lambda: False)
    result = dlw("bench", "run", "-k", "closed/1.02", "--device", "gpu", *QUICK)
    assert result.code == 2
    assert "closed/1.02 [gpu]: unverified: no GPU" in result.out


def test_another_backend_runs_what_is_keras_alone(dlw: Dlw) -> None:
    result = dlw("bench", "run", "-k", "train/7.03", "--backend", "torch", *QUICK)
    assert result.code == 2
    assert "unverified: it is written for TensorFlow, not for torch" in result.out


def test_the_list_says_what_each_core_has(dlw: Dlw) -> None:
    rows = json.loads(dlw("bench", "list", "--json").out)
    assert len(rows) == len(WORKLOADS)
    [row] = [row for row in rows if row["core"] == "train/3.02"]
    assert row == {
        "core": "train/3.02",
        "work": "step",
        "peer": True,
        "limit": True,
        "portable": True,
        "quality": "loss",
        "needs": [],
    }
    assert "train/3.02" in dlw("bench", "list", "-k", "3.02").out
