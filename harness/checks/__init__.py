"""How an observation is compared with what is printed: few checks, many claims.

A check is written in a claim as a table with one key, its name: ``{ equals = 42 }``. Each knows
nothing of where the observation came from.
"""

from collections.abc import Mapping

from harness.checks import behaviour, exact, numeric, random, timing
from harness.checks.base import Check, CheckError, Comparison
from harness.errors import suggestion

CHECKS: dict[str, type[Check]] = {
    check.name: check
    for module in (exact, numeric, behaviour, random, timing)
    for check in module.CHECKS
}

__all__ = ["CHECKS", "Check", "CheckError", "Comparison", "parse_check"]


def parse_check(table: object) -> Check:
    """The check that a claim's table names.

    Raises ``ValueError`` for anything but one known key with an expectation of the right form.
    """
    if not isinstance(table, Mapping) or len(table) != 1:
        raise ValueError(f"a check is a table with one key, its name; found {table!r}")
    [(name, expected)] = table.items()
    if name not in CHECKS:
        raise ValueError(f"unknown check {name!r}. {suggestion(str(name), CHECKS)}")
    return CHECKS[name].parse(expected)
