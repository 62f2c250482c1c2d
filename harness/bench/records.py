"""The record of one run of ``dlw bench run``: closed, versioned, documented in docs/formats.md.

The process is the unit of replication: a side of a core is a list of fresh processes, in the order
in which they were measured, so that process *i* of one side and process *i* of another ran one
after the other and make a pair.
"""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from harness.errors import FixtureError

SCHEMA = 1

# head: the code under test; base: the code it is held against; peer: the listing's way of working;
# limit: the bare work that the hardware must do anyway; again: head's code a second time (A/A).
Side = Literal["base", "head", "peer", "limit", "again"]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Text = Annotated[str, Field(min_length=1)]
Looks = Annotated[int, Field(ge=1)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Gpu(_Closed):
    """A visible GPU; clocks and power are those while it was measured, null where unreadable."""

    name: Text
    driver: Text
    memory_bytes: int | None = None
    clock_mhz: float | None = None
    max_clock_mhz: float | None = None
    power_limit_watts: float | None = None
    throttled: bool | None = None
    tf32: bool | None = None


class Environment(_Closed):
    """Where and with what a run was measured; null is what could not be read.

    ``load`` is the load average over 1, 5 and 15 minutes at the start of the run; ``versions``
    holds Python and the libraries; ``commit`` and ``dirty`` are of the code under test.
    """

    processor: Text
    cores: Annotated[int, Field(ge=1)]
    system: Text
    governor: str | None
    memory_bytes: int | None
    load: tuple[float, float, float] | None
    versions: dict[str, str]
    gpus: tuple[Gpu, ...] = ()
    commit: str | None
    dirty: bool | None


class Identity(_Closed):
    """What must be equal for two figures of a core to be compared at all."""

    device: Literal["cpu", "gpu"]
    backend: Text  # tensorflow, torch, jax, or numpy and python where none is used
    xla: bool
    deterministic: bool
    dtype_policy: str  # Keras' name of it; empty where no layers are
    batch: Annotated[int, Field(ge=1)] | None
    shapes: dict[str, tuple[int, ...]]  # of the arrays that a unit of work takes, by name
    threads: Annotated[int, Field(ge=1)]
    steps_per_execution: Annotated[int, Field(ge=1)] = 1


class Process(_Closed):
    """One fresh process of one side.

    ``rounds`` are seconds per unit of work, each round ``calibrated`` units long, warm-up and
    first step apart; ``rejected`` counts rounds whose clock went backwards or stood still.
    ``at`` is the start of its pair in seconds after the run's, ``instructions`` are per unit of
    work. ``quality`` is what the training reached, under ``seed``. ``confirming`` marks the second
    stage: the core was suspected by the processes before and measured again.
    """

    at: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    calibrated: Annotated[int, Field(ge=1)]
    rounds: Annotated[tuple[Seconds, ...], Field(min_length=1)]
    rejected: Annotated[int, Field(ge=0)] = 0
    first_step_seconds: Seconds | None = None
    peak_memory_bytes: Annotated[int, Field(gt=0)] | None = None
    instructions: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    quality: Annotated[float, Field(allow_inf_nan=False)] | None = None
    seed: int | None = None
    confirming: bool = False


class Quality(_Closed):
    """What ``Process.quality`` means: its name, and which way is better."""

    name: Text
    better: Literal["higher", "lower"]


class Core(_Closed):
    """One core of a run: measured, or why it was not.

    ``failure`` is the message of a core that failed (what was measured before is kept in
    ``sides`` and not judged); ``unverified`` says why nothing could be measured (no GPU).
    ``samples`` is how many samples a unit of work takes.
    """

    name: Text
    work: Text  # the unit of work: step, sample, call ...
    identity: Identity
    samples: Annotated[int, Field(ge=1)] | None = None
    quality: Quality | None = None
    sides: dict[Side, tuple[Process, ...]] = {}
    failure: str = ""
    unverified: str = ""

    @property
    def key(self) -> str:
        """Name and identity as one text: equal keys may be compared."""
        return f"{self.name} {self.identity.model_dump_json()}"

    @property
    def label(self) -> str:
        """Name for people; a core that does not run on TensorFlow on the CPU says so."""
        apart = [
            word
            for word in (self.identity.device, self.identity.backend)
            if word in ("gpu", "torch", "jax")
        ]
        return f"{self.name} [{', '.join(apart)}]" if apart else self.name

    @property
    def measured(self) -> bool:
        return not (self.failure or self.unverified)

    @model_validator(mode="after")
    def _measured_or_why_not(self) -> "Core":
        if self.failure and self.unverified:
            raise ValueError(f"{self.name} is both failed and unverified")
        if self.unverified and self.sides:
            raise ValueError(f"{self.name} is unverified and yet has figures")
        empty = [side for side, processes in self.sides.items() if not processes]
        if self.measured and (empty or not self.sides):
            raise ValueError(f"{self.name} was not measured and does not say why")
        graded = [each for side in self.sides.values() for each in side if each.quality is not None]
        if graded and self.quality is None:
            raise ValueError(f"{self.name} has qualities and does not say which way is better")
        return self


class Record(_Closed):
    """One run: its cores in the order in which they were asked for.

    ``interrupted`` says that Ctrl-C ended it: what was measured is kept. ``confirming_pairs`` is
    how many pairs each suspected core was to be measured with again; 0 means that the run had
    one stage. ``looks`` is at how many numbers of pairs the first and the second could end.
    """

    schema_version: Literal[1] = Field(default=1, alias="schema")
    when: datetime
    command: Text
    environment: Environment
    base_commit: str | None = None
    interrupted: bool = False
    confirming_pairs: Annotated[int, Field(ge=0)] = 0
    looks: tuple[Looks, Looks] = (1, 1)
    cores: tuple[Core, ...]

    @field_validator("when")
    @classmethod
    def _in_utc(cls, when: datetime) -> datetime:
        if when.tzinfo is None:
            raise ValueError("the time has no zone")
        return when.astimezone(UTC)

    @model_validator(mode="after")
    def _each_core_once(self) -> "Record":
        keys = [core.key for core in self.cores]
        twice = {core.label for core in self.cores if keys.count(core.key) > 1}
        if twice:
            raise ValueError(f"measured twice: {', '.join(sorted(twice))}")
        return self

    @property
    def ends(self) -> int:
        """At how many numbers of pairs a core could be done."""
        return self.looks[0] + (self.looks[1] if self.confirming_pairs else 0)

    @property
    def commit(self) -> str:
        """The commit for people, seven digits, ``+`` where it had changes."""
        return (self.environment.commit or "unknown")[:7] + "+" * bool(self.environment.dirty)


def as_text(record: Record) -> str:
    """JSON with a line for each core and for each other field."""
    fields = record.model_dump(mode="json", by_alias=True)
    cores = ",\n".join(f"  {json.dumps(core)}" for core in fields.pop("cores"))
    others = "".join(f" {json.dumps(name)}: {json.dumps(it)},\n" for name, it in fields.items())
    return f'{{\n{others} "cores": [\n{cores}\n ]\n}}\n'


def from_text(text: str | bytes, where: str) -> Record:
    """The record; :class:`FixtureError` of one line for whatever is no record of this version."""
    try:
        content: Any = json.loads(text, parse_constant=_refuse)
    except ValueError:
        raise FixtureError(
            "no benchmark record: half-written or damaged",
            where=where,
            hint="Restore the file or remove it; nothing of it is used",
        ) from None
    version = content.get("schema") if isinstance(content, dict) else None
    if version != SCHEMA:
        raise FixtureError(
            f"a benchmark record of schema {version!r}, where {SCHEMA} is understood",
            where=where,
            hint="Read it with the version of dlw that wrote it, or remove it",
        )
    try:
        return Record.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        problem = first["msg"].removeprefix("Value error, ")
        raise FixtureError(
            f"malformed benchmark record: {f'{place}: ' if place else ''}{problem}",
            where=where,
            hint="Restore the file or remove it; nothing of it is used",
        ) from None


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")
