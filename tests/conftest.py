"""Fixtures: the command line in this process, and mutants of what was really observed."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest

from harness import baselines, cli
from harness.baselines import load_baseline
from harness.book import current
from harness.checks import Check
from harness.checks.random import Plausible
from harness.claims import Claim
from harness.observe import Observed
from tests.command_line import Dlw, Result
from tests.mutation import mutants, outside

hypothesis.settings.register_profile(  # a busy machine is no failure
    "noisy", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("noisy")


@pytest.fixture(scope="session")
def survivors_of(
    observation_of: Callable[[Claim], Observed],
) -> Callable[[Claim], list[str]]:
    """Mutants of the real observation that the claim's check, or its right form, still admits."""

    def survivors(claim: Claim) -> list[str]:
        observed = observation_of(claim)
        if observed.unavailable:
            pytest.skip(f"{observed.unavailable}. To verify: {observed.remedy}")
        baseline = load_baseline(claim.unit, claim.tier)
        found = []
        for check, of in _expectations(claim):
            value = observed.values[of] if isinstance(of, str) else [observed.values[n] for n in of]
            draws = baseline.draws(of) if baseline and isinstance(of, str) else None
            if check.compare(value, draws).outcome == "met":
                random = isinstance(check, Plausible) and draws is not None
                found += [
                    f"{check} admits {bad!r}"
                    for bad in (outside(draws) if random else mutants(check, value))
                    if check.compare(bad, draws).outcome == "met"
                ]
        return found

    return survivors


def _expectations(claim: Claim) -> list[tuple[Check, str | tuple[str, str]]]:
    entries: list[tuple[Check, str | tuple[str, str]]] = [(claim.check, claim.of)]
    if claim.erratum:
        entries.append((claim.erratum.right, claim.erratum.of or claim.of))
    if claim.drift:
        entries.append((claim.drift.today, claim.of))
    return entries


@pytest.fixture
def own_baselines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder that stands for the book's baselines."""
    folder = tmp_path / "baselines"
    folder.mkdir()
    monkeypatch.setattr(baselines, "current", lambda: replace(current(), baselines=folder))
    return folder


@pytest.fixture
def dlw(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Dlw:
    """Run ``dlw`` with a cache of its own; returns exit code, output and errors."""
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    for name in ("DLW_DATA_MIRROR", "DLW_OFFLINE", "DLW_BOOK"):
        monkeypatch.setenv(name, "")  # registered with monkeypatch, which undoes what dlw sets
        monkeypatch.delenv(name)

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["dlw", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = capsys.readouterr()
        return Result(int(stop.value.code or 0), captured.out, captured.err)

    return run
