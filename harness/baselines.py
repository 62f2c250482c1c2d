"""Baselines: the measured distribution of a random stage over seeds, stored as data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from harness.book import current
from harness.errors import FixtureError
from harness.files import write_atomically
from harness.statistics import Draws
from reference.resources import command
from reference.stages import Tier


class Baseline(BaseModel):
    """Every scalar that a stage returned, by name, one value a seed.

    ``environment`` records who measured, ``command`` repeats it; ``epochs`` is the number that was
    trained where it is not the book's.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    unit: str
    tier: Tier
    epochs: int | None = None
    command: str
    environment: dict[str, str]
    seeds: Annotated[tuple[int, ...], Field(min_length=1)]
    values: dict[str, tuple[float, ...]]

    @model_validator(mode="after")
    def _one_value_a_seed(self) -> "Baseline":
        if len(set(self.seeds)) != len(self.seeds):
            raise ValueError("a seed is listed twice")
        for name, values in self.values.items():
            if len(values) != len(self.seeds):
                raise ValueError(f"{name} has {len(values)} values for {len(self.seeds)} seeds")
        return self

    def draws(self, name: str) -> Draws | None:
        """The values of one result; None where it was not measured."""
        if name not in self.values:
            return None
        varied = sum(len(set(values)) > 1 for values in self.values.values())
        return Draws(self.values[name], together=max(varied, 1))


def baseline_path(unit: str, tier: str, epochs: int | None = None) -> Path:
    trained = f"-epochs-{epochs}" if epochs else ""
    return current().baselines / f"{unit}-{tier}{trained}.json"


def measuring_words(unit: str, tier: str, epochs: int | None = None) -> str:
    """What follows ``dlw`` in the command that measures a baseline, but for the number of seeds."""
    return f"baseline run {unit} --tier {tier}" + (f" --epochs {epochs}" if epochs else "")


def measuring_command(unit: str, tier: str, epochs: int | None = None) -> str:
    """The whole command on the book at hand."""
    return command(measuring_words(unit, tier, epochs))


def load_baseline(
    unit: str, tier: str, epochs: int | None = None, path: Path | None = None
) -> Baseline | None:
    """The committed baseline, None where there is none; :class:`FixtureError` where damaged."""
    path = path or baseline_path(unit, tier, epochs)
    if not path.is_file():
        return None
    where = current().shown(path)
    remedy = f"Delete it and run `{measuring_command(unit, tier, epochs)}`"
    try:
        baseline = Baseline.model_validate_json(path.read_bytes())
    except ValidationError as error:
        problem = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise FixtureError(f"malformed baseline: {problem}", where=where, hint=remedy) from None
    if (baseline.unit, baseline.tier, baseline.epochs) != (unit, tier, epochs):
        own = measuring_command(baseline.unit, baseline.tier, baseline.epochs)
        raise FixtureError(
            f"it is the baseline of `{own}`, not of `{measuring_command(unit, tier, epochs)}`",
            where=where,
            hint=remedy,
        )
    return baseline


def save_baseline(baseline: Baseline, path: Path | None = None) -> Path:
    """Write the baseline; the file is whole or not there."""
    path = path or baseline_path(baseline.unit, baseline.tier, baseline.epochs)
    write_atomically(path, _as_text(baseline))
    return path


def _as_text(baseline: Baseline) -> str:
    """JSON with a line for each result, so that a seed more is a short difference."""
    fields = baseline.model_dump(mode="json")
    results = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(values)}" for name, values in fields["values"].items()
    )
    others = "".join(
        f" {json.dumps(name)}: {json.dumps(value)},\n"
        for name, value in fields.items()
        if name != "values" and value is not None
    )
    return f'{{\n{others} "values": {{\n{results}\n }}\n}}\n'


def scalars(values: Mapping[str, Any]) -> dict[str, float]:
    """What a baseline keeps of a stage's observations: its numbers."""
    return {name: float(value) for name, value in values.items() if _is_number(value)}


def _is_number(value: Any) -> bool:
    if isinstance(value, list):  # which may be ragged, as one of sentences is
        return False
    return np.ndim(value) == 0 and np.asarray(value).dtype.kind in "iuf"


def extended(
    old: Baseline | None,
    unit: str,
    tier: Tier,
    seed: int,
    found: dict[str, float],
    **kept: object,
) -> Baseline:
    """The baseline with one more seed's numbers, in the order of the seeds."""
    seeds = (*(old.seeds if old else ()), seed)
    order = sorted(range(len(seeds)), key=seeds.__getitem__)
    values = {name: (*(old.values.get(name, ()) if old else ()), found[name]) for name in found}
    fresh = {
        "unit": unit,
        "tier": tier,
        "seeds": [seeds[i] for i in order],
        "values": {name: [draws[i] for i in order] for name, draws in values.items()},
        **kept,
    }
    return Baseline.model_validate(fresh)
