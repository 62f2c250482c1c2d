"""Options of the claim tests, the same as those of ``dlw verify``."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.claim_files import select
from harness.claims import Claim
from harness.observe import Observed, choose_device
from harness.units import Stage
from harness.verdicts import Verdict
from harness.verify import Settings, judge_all, observe_all
from reference.resources import cache_folder
from reference.stages import TIERS


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("dlw", "claims of the book")
    group.addoption("--tier", choices=TIERS, default="fast", help="highest tier of claims to judge")
    group.addoption("--device", choices=("cpu", "gpu"), default="cpu")
    group.addoption("--seed", type=int, default=0, help="seed of random stages")
    group.addoption("--data-mirror", metavar="DIR", help="folder that holds the data sets")
    group.addoption("--no-cache", action="store_true", help="observe everything anew")


def pytest_configure(config: pytest.Config) -> None:
    mirror = config.getoption("--data-mirror")
    if mirror:
        os.environ["DLW_DATA_MIRROR"] = str(Path(mirror).resolve())
    choose_device(config.getoption("--device"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Parametrise a test of a ``claim`` by every claim of the book, grouped by unit."""
    if "claim" not in metafunc.fixturenames:
        return
    tiers = TIERS[: TIERS.index(metafunc.config.getoption("--tier")) + 1]
    metafunc.parametrize(
        "claim",
        [
            pytest.param(claim, id=claim.id, marks=pytest.mark.xdist_group(claim.unit))
            for claim in select([], tiers)
        ],
    )


@pytest.fixture(scope="session")
def observation_of(pytestconfig: pytest.Config) -> Callable[[Claim], Observed]:
    """Observe a claim's stage as ``dlw verify`` does, once a process."""
    settings = Settings(
        seed=pytestconfig.getoption("--seed"),
        device=pytestconfig.getoption("--device"),
        cache=None if pytestconfig.getoption("--no-cache") else cache_folder() / "observations",
    )
    observations: dict[Stage, Observed] = {}

    def observation(claim: Claim) -> Observed:
        stage = claim.stage
        if stage not in observations:
            [(_, observations[stage])] = observe_all([stage], settings)
        return observations[stage]

    return observation


@pytest.fixture(scope="session")
def verdict_of(observation_of: Callable[[Claim], Observed]) -> Callable[[Claim], Verdict]:
    """Judge a claim with the functions of ``dlw verify``."""

    def verdict(claim: Claim) -> Verdict:
        [judged] = judge_all([claim], observation_of(claim))
        return judged

    return verdict
