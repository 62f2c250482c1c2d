"""A check that cannot fail proves nothing: every claim's check is killed by its smallest mutants.

The observations here are built from the checks, so that claims whose data are absent are held to
the same standard; ``test_book.py`` repeats it on what was really observed.
"""

import pytest

from harness.checks import Check
from harness.checks.random import Plausible
from harness.claim_files import claims
from harness.claims import Claim
from tests.mutation import draws_around, exemplar, mutants


def checks_of(claim: Claim) -> list[Check]:
    entry = [claim.erratum.right] if claim.erratum else [claim.drift.today] if claim.drift else []
    return [claim.check, *entry]


ALL = [
    pytest.param(check, id=f"{claim.id}-{check.name}")
    for claim in claims().values()
    for check in checks_of(claim)
]


@pytest.mark.parametrize("check", ALL)
def test_the_check_is_met_by_what_it_describes_and_by_nothing_beside_it(check: Check) -> None:
    draws = draws_around(check) if isinstance(check, Plausible) else None
    good = exemplar(check)
    assert check.compare(good, draws).outcome == "met"
    killed = [check.compare(bad, draws).outcome for bad in mutants(check, good)]
    assert killed
    assert "met" not in killed
