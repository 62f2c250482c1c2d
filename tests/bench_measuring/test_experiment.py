"""The experiment: real slowdowns are found, trials are not repeated, rates carry their interval."""

from pathlib import Path

import pytest

from harness.bench.measuring.experiment import (
    OURS,
    Plan,
    Trials,
    false_alarms,
    power,
    simulated_power,
    trial,
)
from harness.bench.measuring.tasks import Settings
from harness.bench.records import Record
from harness.commands.bench_experiment import run
from harness.statistics import Rate
from tests.bench_measuring.fakes import workload

QUICK = Settings(pairs=6, rounds=3, least_seconds=0.002, most_seconds=0.05)
HUGE = 9.0  # times more work: seen through the noise of any machine


def plan(**trials: int) -> Plan:
    kinds = {0.0: trials.get("same", 0), HUGE: trials.get("slowed", 0)}
    return Plan(kinds, (workload("busy", 1000),), QUICK, confirming=0)


@pytest.fixture(scope="module")
def slowed() -> Record:
    return trial(plan(), HUGE, lambda *_: None)


@pytest.fixture(scope="module")
def same() -> Record:
    return trial(plan(), 0.0, lambda *_: None)


def test_a_real_slowdown_is_found(slowed: Record) -> None:
    assert power([slowed])[OURS] == Rate(1, 1)


def test_sides_of_a_trial_make_rounds_of_as_many_calls(slowed: Record) -> None:
    [core] = slowed.cores
    lengths = {each.calibrated for side in core.sides.values() for each in side}
    assert len(lengths) == 1
    assert lengths.pop() % 10 == 0


def test_the_same_code_gives_an_alarm_or_none_by_every_rule(same: Record) -> None:
    rates = false_alarms([same, same])
    assert set(rates) == {OURS, "pytest-benchmark", "pyperf", "asv"}
    assert {share.of for share in rates.values()} == {2}


def test_simulated_power_grows_with_the_slowdown(same: Record) -> None:
    small, large = (simulated_power([same], slower, plan()) for slower in (0.0, 1e6))
    assert small < large == 1.0


def test_trials_that_are_there_are_not_repeated(tmp_path: Path, same: Record) -> None:
    trials = Trials(tmp_path)
    trials.add(0.0, same)
    assert trials.missing(plan(same=3, slowed=1)) == [0.0, HUGE, 0.0]
    assert trials.missing(plan(same=1)) == []


def test_a_finished_experiment_shows_its_rates(
    tmp_path: Path, same: Record, slowed: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    trials = Trials(tmp_path)
    trials.add(0.0, same)
    trials.add(HUGE, slowed)
    run(tmp_path, plan(same=1, slowed=1))
    printed = capsys.readouterr().out
    assert "1 of 1, 100.0%" in printed
    assert "dlw, simulated" in printed
    assert "fake/busy" in printed


def test_an_interval_holds_its_share() -> None:
    low, high = Rate(0, 200).interval
    assert low == 0.0
    assert high == pytest.approx(0.01828, abs=1e-4)  # 1 - 0.025 ** (1 / 200)
