"""Small builders of records: cores with as many processes as a test gives seconds."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from harness.bench.records import Core, Environment, Identity, Process, Record, Side

START = datetime(2026, 1, 1, tzinfo=UTC)


def identity(**changes: object) -> Identity:
    fields: dict[str, object] = {
        "device": "cpu",
        "backend": "tensorflow",
        "xla": False,
        "deterministic": False,
        "dtype_policy": "float32",
        "batch": 32,
        "shapes": {"features": (32, 784)},
        "threads": 2,
    }
    return Identity.model_validate(fields | changes)


def process(seconds: float, at: float = 0.0, **changes: object) -> Process:
    fields: dict[str, object] = {"at": at, "calibrated": 10, "rounds": (seconds,) * 3}
    return Process.model_validate(fields | changes)


def core_of(name: str, sides: Mapping[Side, Sequence[Process]], **changes: object) -> Core:
    fields: dict[str, object] = {
        "name": name,
        "work": "step",
        "identity": identity(),
        "sides": {side: list(processes) for side, processes in sides.items()},
    }
    return Core.model_validate(fields | changes)


def core(name: str, sides: Mapping[Side, Sequence[float]], **changes: object) -> Core:
    """A core whose every process took the given seconds for a unit of work."""
    made = {
        side: [process(each, at=float(place)) for place, each in enumerate(seconds)]
        for side, seconds in sides.items()
    }
    return core_of(name, made, **changes)


def noisy(pairs: int, seed: int, spread: float = 0.01, slower: float = 1.0) -> list[float]:
    """Seconds of a few processes around 10 ms, normal on the scale of ratios."""
    noise = np.random.default_rng(seed).normal(0, spread, pairs)
    return [float(each) for each in 0.01 * slower * np.exp(noise)]


def environment(**changes: object) -> Environment:
    fields: dict[str, object] = {
        "processor": "A processor",
        "cores": 2,
        "system": "Linux x86_64",
        "governor": None,
        "memory_bytes": 8 * 2**30,
        "load": (0.1, 0.1, 0.1),
        "versions": {"python": "3.11.7", "tensorflow": "2.21.0"},
        "commit": "0123456789abcdef0123456789abcdef01234567",
        "dirty": False,
    }
    return Environment.model_validate(fields | changes)


def record(*cores: Core, day: int = 0, commit: str = "", **changes: object) -> Record:
    """A run on a day of a year, of a commit where one is given."""
    fields: dict[str, object] = {
        "when": START + timedelta(days=day),
        "command": "dlw bench run",
        "environment": environment(commit=commit) if commit else environment(),
        "cores": cores,
    }
    return Record.model_validate(fields | changes)
