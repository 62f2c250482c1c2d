"""Baselines are read, refused and extended as data; committed ones describe their units."""

import json
from pathlib import Path

import pytest

from harness.baselines import Baseline, extended, load_baseline, measuring_command, save_baseline
from harness.checks.random import Plausible
from harness.claim_files import claims
from harness.claims import Claim
from harness.errors import FixtureError
from harness.observe import Observed
from harness.statistics import MIN_SEEDS
from harness.verdicts import judge
from reference import datasets
from reference.resources import fixtures

ENVIRONMENT = {"command": "dlw baseline run 2.05", "environment": {"python": "3.11"}}


def built(seeds: int) -> Baseline:
    baseline = None
    for seed in range(seeds):
        baseline = extended(baseline, "2.05", "fast", seed, {"loss": seed / 10}, **ENVIRONMENT)
    assert baseline is not None
    return baseline


def test_seeds_are_appended_in_order(tmp_path: Path) -> None:
    path = save_baseline(built(3), tmp_path / "2.05-fast.json")
    kept = load_baseline("2.05", "fast", path=path)
    assert kept is not None
    assert kept.seeds == (0, 1, 2)
    assert kept.values == {"loss": (0.0, 0.1, 0.2)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"unit": "2.06"}, "baseline of `dlw baseline run 2.06 --tier fast`"),
        ({"epochs": 3}, "--tier fast --epochs 3`, not of `dlw baseline run 2.05 --tier fast`"),
        ({"seeds": [0, 0, 1]}, "listed twice"),
        ({"seeds": [0, 1]}, "3 values for 2 seeds"),
        ({"seeds": []}, "at least 1"),
        ({"author": "me"}, "not permitted"),
    ],
)
def test_a_wrong_baseline_is_refused_with_its_file_and_remedy(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    path = tmp_path / "2.05-fast.json"
    path.write_text(json.dumps(json.loads(built(3).model_dump_json()) | change))
    with pytest.raises(FixtureError, match=message) as caught:
        load_baseline("2.05", "fast", path=path)
    assert "2.05-fast.json" in caught.value.where
    assert "dlw baseline run 2.05" in caught.value.hint


def test_a_truncated_baseline_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2.05-fast.json"
    path.write_text(built(3).model_dump_json()[:40])
    with pytest.raises(FixtureError, match="malformed baseline"):
        load_baseline("2.05", "fast", path=path)


@pytest.mark.parametrize(
    "result",
    [claim for claim in claims().values() if isinstance(claim.check, Plausible)],
    ids=lambda claim: claim.id,
)
def test_every_claim_on_a_random_result_has_a_baseline_of_enough_seeds(result: Claim) -> None:
    baseline = load_baseline(result.unit, result.tier)
    if baseline is None and result.tier != "fast":
        command = f"dlw baseline run {result.unit} --tier {result.tier} --seeds 20"
        pytest.skip(f"to be measured: `{command}`")
    measured = baseline.values.get(result.of, ()) if baseline else ()
    missing = [need for need in result.needs if need in datasets.registry() and not _is_here(need)]
    if missing and not measured:
        pytest.skip(f"data set {missing[0]} is not here to measure on")
    assert len(measured) >= MIN_SEEDS


def _is_here(name: str) -> bool:
    try:
        datasets.find(name)
    except datasets.DatasetUnavailable:
        return False
    return True


@pytest.mark.parametrize("path", sorted((fixtures() / "baselines").glob("*.json")), ids=str)
def test_every_baseline_is_used_and_says_how_it_was_made(path: Path) -> None:
    name, _, epochs = path.stem.partition("-epochs-")
    unit, _, tier = name.rpartition("-")
    measured = unit, tier, int(epochs) if epochs else None
    baseline = load_baseline(*measured)
    assert baseline is not None
    assert baseline.command.startswith(measuring_command(*measured))
    assert {"tensorflow", "processor"} <= baseline.environment.keys()
    of_it = [claim for claim in claims().values() if (claim.unit, claim.tier) == (unit, tier)]
    used = {name for claim in of_it for name in claim.names}
    assert used & baseline.values.keys()


def _judged_from_one_run() -> list[tuple[Claim, Baseline]]:
    """Claims on what a baseline has of several runs, each judged without regard to the others."""
    measured = [(claim, load_baseline(claim.unit, claim.tier)) for claim in claims().values()]
    return [
        (claim, baseline)
        for claim, baseline in measured
        if not isinstance(claim.check, Plausible)
        and baseline is not None
        and set(claim.names) <= baseline.values.keys()
    ]


@pytest.mark.parametrize(
    ("result", "baseline"), _judged_from_one_run(), ids=lambda value: getattr(value, "id", "")
)
def test_a_verdict_on_one_run_is_the_same_from_every_seed(
    result: Claim, baseline: Baseline
) -> None:
    for run, seed in enumerate(baseline.seeds):
        observed = Observed({name: draws[run] for name, draws in baseline.values.items()})
        verdict = judge(result, observed)
        assert verdict.status != "unverified", f"seed {seed}: {verdict.reason}"
        assert not verdict.surprise, f"seed {seed}: {verdict.surprise}"
