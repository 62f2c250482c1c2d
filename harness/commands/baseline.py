"""``dlw baseline``: measure and show the distribution of a random unit over seeds."""

import json
import sys
from dataclasses import replace

import numpy as np
from rich.progress import track

from harness import environment
from harness.baselines import (
    Baseline,
    baseline_path,
    extended,
    load_baseline,
    measuring_command,
    measuring_words,
    save_baseline,
    scalars,
)
from harness.book import current
from harness.cache import ObservationCache, key
from harness.errors import UsageError
from harness.observe import Observed
from harness.processes import observe_in_processes
from harness.statistics import LEVEL, MIN_SEEDS, prediction_interval
from harness.units import Stage, unit
from reference.resources import cache_folder
from reference.stages import Tier

DEVICE = "cpu"


def run(unit_id: str, tier: Tier, epochs: int | None, seeds: int, jobs: int, cluster: str) -> None:
    """Measure seeds 0 to ``seeds - 1``; those already in the baseline are kept, not repeated.

    ``epochs`` stand in for the book's number. Each observation is kept for ``dlw verify`` as well.
    """
    if seeds < MIN_SEEDS:
        raise UsageError(
            f"{seeds} seeds are too few to tell a spread", hint=f"Ask for at least {MIN_SEEDS}"
        )
    stage = _seeded_stage(unit_id, tier, epochs)
    baseline = load_baseline(unit_id, tier, epochs)
    _require_same_environment(baseline)
    missing = sorted(set(range(seeds)) - set(baseline.seeds if baseline else ()))
    tasks = [(stage, seed) for seed in missing]
    store = ObservationCache(cache_folder() / "observations")
    measured = observe_in_processes(tasks, jobs, DEVICE, lambda stage: None, cluster)
    for (_, seed), observed in track(
        measured, f"{unit_id}, {tier}", total=len(tasks), disable=not sys.stderr.isatty()
    ):
        baseline = _with_seed(baseline, unit_id, stage, seed, observed)
        save_baseline(baseline)
        store.put(key(stage, DEVICE, seed), observed)
    show_baseline(unit_id, tier, epochs, as_json=False)


def show_baseline(unit_id: str, tier: Tier, epochs: int | None, *, as_json: bool) -> None:
    """Print the committed baseline of a unit."""
    unit(unit_id)
    baseline = load_baseline(unit_id, tier, epochs)
    if baseline is None:
        cut = f" and {epochs} epochs" if epochs else ""
        raise UsageError(
            f"{unit_id} has no baseline for tier {tier}{cut}",
            hint=f"Run `{measuring_command(unit_id, tier, epochs)}`",
        )
    if as_json:
        print(baseline.model_dump_json(indent=1, exclude_none=True))
        return
    print(f"{unit_id}, {tier}: {len(baseline.seeds)} seeds; {baseline.command}")
    print(json.dumps(baseline.environment))
    for name, values in baseline.values.items():
        line = f"  {name:<28} mean {np.mean(values):.6g}  sd {np.std(values, ddof=1):.3g}"
        draws = baseline.draws(name)
        if draws and len(values) >= MIN_SEEDS:
            low, high, method = prediction_interval(draws)
            line += f"  {LEVEL:.0%} [{low:.6g}, {high:.6g}] by {method}"
        print(line)


def _seeded_stage(unit_id: str, tier: Tier, epochs: int | None) -> Stage:
    stages = [stage for stage in unit(unit_id).stages if stage.tier == tier and stage.seeded]
    if len(stages) != 1:
        raise UsageError(
            f"{unit_id} has {len(stages) or 'no'} random stage{'s' * (len(stages) > 1)} of tier "
            f"{tier}",
            hint="A baseline is measured on the one stage of a tier that takes a seed",
        )
    if epochs and not stages[0].trains:
        raise UsageError(
            f"{unit_id} has no training of tier {tier} whose epochs could be others",
            hint="Leave out --epochs",
        )
    return replace(stages[0], epochs=epochs)


def _require_same_environment(baseline: Baseline | None) -> None:
    here = environment.versions() | environment.hardware()
    if baseline is None:
        return
    changed = {name for name, value in baseline.environment.items() if here.get(name) != value}
    if changed:
        raise UsageError(
            f"the baseline of {baseline.unit} was measured elsewhere "
            f"({', '.join(sorted(changed))})",
            hint=f"Delete {_file(baseline)} to measure it anew here",
        )


def _file(baseline: Baseline) -> str:
    path = baseline_path(baseline.unit, baseline.tier, baseline.epochs)
    return current().shown(path)


def _with_seed(
    baseline: Baseline | None, unit_id: str, stage: Stage, seed: int, observed: Observed
) -> Baseline:
    if observed.unavailable or observed.failure:
        raise UsageError(
            f"seed {seed} was not measured: {observed.unavailable or observed.failure}",
            hint=observed.remedy or "What was measured before is kept",
        )
    found = scalars(observed.values)
    if baseline and found.keys() != baseline.values.keys():
        changed = ", ".join(sorted(found.keys() ^ baseline.values.keys()))
        raise UsageError(
            f"{unit_id} gives other results than its baseline holds ({changed})",
            hint=f"Delete {_file(baseline)} to measure it anew",
        )
    return extended(
        baseline,
        unit_id,
        stage.tier,
        seed,
        found,
        epochs=stage.epochs,
        command=f"dlw {measuring_words(unit_id, stage.tier, stage.epochs)} "
        f"--seeds {_count(baseline, seed)}",
        environment=environment.versions() | environment.hardware(),
    )


def _count(baseline: Baseline | None, seed: int) -> int:
    """The number of seeds from 0 on that holds all that were measured."""
    return max((*(baseline.seeds if baseline else ()), seed)) + 1
