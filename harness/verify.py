"""From claims to verdicts: observe each stage once, judge its claims, keep what is finished."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from harness import environment
from harness.baselines import load_baseline
from harness.cache import ObservationCache
from harness.cache import key as cache_key
from harness.claim_files import position
from harness.claims import Claim
from harness.eras.record import load_record
from harness.errors import FixtureError, suggestion
from harness.observe import Observed, choose_device, observe
from harness.processes import observe_in_processes
from harness.units import Stage
from harness.verdicts import Verdict, judge
from reference import datasets
from reference.stages import TIERS


@dataclass(frozen=True)
class Settings:
    """How to verify: seed, device, processes, and where observations are kept (None: nowhere)."""

    seed: int = 0
    device: str = "cpu"
    jobs: int = 1
    cache: Path | None = None


Notice = Callable[[Stage], None]


def _silent(stage: Stage) -> None:
    """Tell nobody."""


def by_stage(claims: Iterable[Claim]) -> dict[Stage, list[Claim]]:
    """The claims that each stage is observed for, both in the order of the claims."""
    found: dict[Stage, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.stage, []).append(claim)
    return found


def observe_all(
    stages: list[Stage], settings: Settings, started: Notice = _silent
) -> Iterator[tuple[Stage, Observed]]:
    """Observations of each stage: kept ones first, then fresh ones, which are kept in turn."""
    store = ObservationCache(settings.cache) if settings.cache else None
    if store is None:
        yield from _observe_each(stages, settings, started)
        return
    store.check_writable()
    keys = {stage: cache_key(stage, settings.device, settings.seed) for stage in stages}
    kept = {stage: store.get(keys[stage]) for stage in stages}
    for stage, observed in kept.items():
        if observed:
            yield stage, observed
    pending = [stage for stage, observed in kept.items() if observed is None]
    for stage, observed in _observe_each(pending, settings, started):
        store.put(keys[stage], observed)
        yield stage, observed


def judge_all(claims: list[Claim], observed: Observed) -> list[Verdict]:
    """Verdicts of claims that share one stage, and so a unit and a tier.

    :class:`FixtureError` where a claim names a value that the stage does not produce.
    """
    for claim in claims:
        if not claim.draft:
            _require_names(claim, observed)
    baseline = load_baseline(claims[0].unit, claims[0].tier)
    return [judge(claim, observed, baseline, load_record()) for claim in claims]


def _require_names(claim: Claim, observed: Observed) -> None:
    if observed.unavailable or observed.failure:
        return
    for name in claim.names:
        if name not in observed.values:
            raise FixtureError(
                f"claim {claim.id!r} names {name!r}, which {claim.stage.function}() of "
                f"{claim.unit} does not produce",
                where=position(claim.id),
                hint=suggestion(name, observed.values),
            )


def _observe_each(
    stages: list[Stage], settings: Settings, started: Notice
) -> Iterator[tuple[Stage, Observed]]:
    ready = []
    for stage in stages:
        lack = _lack(stage, settings.device)
        if lack:
            yield stage, lack
        else:
            ready.append(stage)
    if settings.jobs == 1 or len(ready) < 2:
        choose_device(settings.device)
        for stage in ready:
            started(stage)
            yield stage, observe(stage, settings.seed)
        return
    # Long stages first, so that no process is left with one at the end.
    ready.sort(key=lambda stage: TIERS.index(stage.tier), reverse=True)
    tasks = [(stage, settings.seed) for stage in ready]
    for (stage, _), observed in observe_in_processes(
        tasks, settings.jobs, settings.device, started
    ):
        yield stage, observed


def _lack(stage: Stage, device: str) -> Observed | None:
    """Why the stage cannot run here, or None; data are fetched where that is allowed."""
    if "gpu" in stage.needs and device != "gpu":
        return Observed({}, unavailable="it needs a GPU", remedy="Run it with --device gpu")
    if "avx2" in stage.needs and not environment.has_avx2():
        lack = "NumPy finds no AVX2 in this processor"
        return Observed({}, unavailable=lack, remedy="Run it on x86-64 of 2013 or later")
    try:
        for need in stage.needs:
            if need in datasets.registry():
                datasets.locate(need)
            elif need == "network":
                datasets.require_network()
    except datasets.DatasetUnavailable as error:
        return Observed({}, unavailable=error.message, remedy=error.hint)
    return None
