"""Exponents: fitted ones, and those of work whose growth is known."""

import ast
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.measuring.growth import fitted
from harness.bench.measuring.tasks import Settings
from harness.bench.records import Process
from harness.bench.workloads.studies import STUDIES, Study
from harness.commands import bench_growth
from harness.errors import UsageError
from tests.bench_measuring.fakes import HERE, ROOT

SIZES = (10, 20, 40, 80)


def processes(exponent: float, spread: float, count: int = 6) -> list[list[Process]]:
    generator = np.random.default_rng(0)
    return [
        [
            Process(at=0, calibrated=1, rounds=(size**exponent * np.exp(spread * noise),))
            for noise in generator.normal(size=count)
        ]
        for size in SIZES
    ]


@given(st.floats(-2, 3))
def test_without_noise_the_exponent_is_exact(exponent: float) -> None:
    found = fitted(SIZES, processes(exponent, 0.0))
    assert found.value == pytest.approx(exponent, abs=1e-9)


def test_noise_widens_the_interval_around_the_exponent() -> None:
    found = fitted(SIZES, processes(1.0, 0.05))
    assert found.low < 1.0 < found.high
    assert 0.01 < found.high - found.low < 0.5


def test_time_that_grows_in_proportion_is_seen_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    study = Study("loops", (1000, 30_000), 1, "additions", "busy", (), ())
    monkeypatch.setattr("harness.bench.workloads.studies.HERE", HERE)
    monkeypatch.setitem(STUDIES, study.name, study)
    settings = Settings(pairs=3, rounds=2, least_seconds=0.002, most_seconds=0.05)
    assert bench_growth.run(("loops",), settings, as_json=False) == 0
    printed = capsys.readouterr().out
    assert "additions" in printed
    exponent = float(printed.split("loops")[1].split("(")[0].split()[-1])
    assert 0.5 < exponent < 1.5


def test_a_size_that_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    study = Study("crashes", (0, 99), 1, "nothing", "crashing_from", (), ())
    monkeypatch.setattr("harness.bench.workloads.studies.HERE", HERE)
    monkeypatch.setitem(STUDIES, study.name, study)
    settings = Settings(pairs=3, rounds=2, least_seconds=0.002, most_seconds=0.05)
    assert bench_growth.run(("crashes",), settings, as_json=True) == 1
    assert "no such seed" in capsys.readouterr().out


def test_every_core_that_trains_on_rows_grows_with_its_batch_and_its_data() -> None:
    units = {name.partition("/")[2] for name in STUDIES if name.startswith("batch/")}
    assert units == {name.partition("/")[2] for name in STUDIES if name.startswith("steps/")}
    assert len(units) == 19
    assert {"2.05", "3.02", "A3.02", "5.03", "A6.01"} < units


@pytest.mark.parametrize(
    ("name", "axis"),
    [("batch/A2.01", 0), ("steps/5.04", 0), ("length/5.05", 1), ("length/6.01", 1)],
)
def test_a_study_of_a_core_is_of_the_size_it_says(name: str, axis: int) -> None:
    works = [STUDIES[name].workload(size).head.prepare(seed=0) for size in (8, 16)]
    small, large = (work.shapes["features"][axis] for work in works)
    assert large == 2 * small


def test_every_study_names_a_function() -> None:
    tree = ast.parse(Path(ROOT, "harness/bench/workloads/growing.py").read_text("utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {study.function for study in STUDIES.values()} <= functions


def test_too_few_processes_are_misuse() -> None:
    with pytest.raises(UsageError, match="2 processes of a size give no interval"):
        bench_growth.run((), Settings(pairs=2), as_json=False)


def test_an_unknown_study_is_misuse() -> None:
    with pytest.raises(UsageError, match="no study has 'colour' in its name"):
        bench_growth.run(("colour",), Settings(), as_json=False)
