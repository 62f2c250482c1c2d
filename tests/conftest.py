"""Fixtures that need the observations of the reference."""

from collections.abc import Callable

import pytest

from harness.baselines import load_baseline
from harness.checks import Check
from harness.checks.random import Plausible
from harness.claims import Claim
from harness.observe import Observed
from tests.mutation import mutants, outside


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
