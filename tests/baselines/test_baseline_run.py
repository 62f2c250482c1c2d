"""``dlw baseline run``: seeds are measured once, appended, and kept whatever happens next."""

import json
from pathlib import Path

import pytest

from harness import baselines, environment
from tests.command_line import Dlw


@pytest.fixture
def baseline(own_baselines: Path) -> Path:
    """Where A2.01's baseline is kept; its data travel with the package."""
    return own_baselines / "A2.01-fast.json"


def test_seeds_are_appended_and_none_is_measured_twice(dlw: Dlw, baseline: Path) -> None:
    first = dlw("baseline", "run", "A2.01", "--seeds", "5")
    assert first.code == 0
    assert "5 seeds; dlw baseline run A2.01 --tier fast --seeds 5" in first.out
    kept = json.loads(baseline.read_text())
    assert kept["seeds"] == [0, 1, 2, 3, 4]
    assert len(set(kept["values"]["evaluate_accuracy"])) > 1

    kept["values"]["evaluate_accuracy"][0] = 0.125  # a mark: seed 0 is not measured again
    baseline.write_text(json.dumps(kept))
    assert dlw("baseline", "run", "A2.01", "--seeds", "6", "--jobs", "2").code == 0
    extended = json.loads(baseline.read_text())
    assert extended["seeds"] == [0, 1, 2, 3, 4, 5]
    assert extended["values"]["evaluate_accuracy"][:5] == kept["values"]["evaluate_accuracy"]
    assert extended["command"].endswith("--seeds 6")


def test_a_baseline_of_another_machine_is_not_extended(
    dlw: Dlw, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = environment.versions() | environment.hardware() | {"processor": "abacus"}
    scalars = {"evaluate_accuracy": 1.0}
    measured = baselines.extended(
        None, "A2.01", "fast", 0, scalars, command="dlw", environment=elsewhere
    )
    baselines.save_baseline(measured, baseline)
    result = dlw("baseline", "run", "A2.01", "--seeds", "5")
    assert result.code == 2
    assert "measured elsewhere (processor)" in result.err


def test_what_a_baseline_did_not_record_does_not_keep_it_from_being_extended(
    dlw: Dlw, baseline: Path
) -> None:
    then = environment.versions() | environment.hardware()
    del then["gensim"]
    results = ("evaluate_accuracy", "features", "number_of_classes", "samples")
    scalars = dict.fromkeys(results, 1.0)
    measured = baselines.extended(
        None, "A2.01", "fast", 0, scalars, command="dlw", environment=then
    )
    baselines.save_baseline(measured, baseline)
    assert dlw("baseline", "run", "A2.01", "--seeds", "5").code == 0
    assert json.loads(baseline.read_text())["environment"].keys() == {*then, "gensim"}


def test_a_baseline_of_other_results_is_not_extended(dlw: Dlw, baseline: Path) -> None:
    here = environment.versions() | environment.hardware()
    measured = baselines.extended(
        None, "A2.01", "fast", 0, {"precision": 1.0}, command="dlw", environment=here
    )
    baselines.save_baseline(measured, baseline)
    result = dlw("baseline", "run", "A2.01", "--seeds", "5")
    assert result.code == 2
    assert "gives other results than its baseline holds" in result.err
    assert "precision" in result.err


def test_a_seed_that_cannot_be_measured_is_told(
    dlw: Dlw, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = dlw("baseline", "run", "2.05", "--seeds", "5", "--offline")
    assert result.code == 2
    assert "seed 0 was not measured: data set data-csv is not here" in result.err
    assert "dlw data fetch data-csv" in result.err
