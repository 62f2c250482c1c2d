"""Mutants that no claim notices, each with the reason why it need not."""

import tomllib
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("survivors.toml")


@cache
def survivors() -> dict[str, str]:
    """Reason of every listed survivor by the mutant's id: its group in the list and its own."""
    groups = tomllib.loads(LIST.read_text("utf-8"))
    return {
        mutant: f"{group}: {reason}"
        for group, listed in groups.items()
        for mutant, reason in listed.items()
    }
