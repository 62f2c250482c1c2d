"""Options that several commands share, and how their words are checked."""

import os
from pathlib import Path
from typing import Annotated

import typer

from harness.bench.places import VARIABLE
from harness.errors import UsageError, suggestion
from reference.stages import TIERS, Tier

Words = Annotated[
    list[str] | None,
    typer.Argument(
        help="Chapters (1; S1: its sections), units (1.03, A1.01, S1.tensors), claims; none: all."
    ),
]
TierOption = Annotated[
    str, typer.Option("--tier", help="fast, train or full; each holds the former.")
]
Mirror = Annotated[
    str | None,
    typer.Option("--data-mirror", help="Folder that holds the data sets. [env: DLW_DATA_MIRROR]"),
]
Offline = Annotated[bool, typer.Option("--offline", help="Never use the network.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON (docs/formats.md).")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Processes to observe in.")]
Device = Annotated[str, typer.Option("--device", help="cpu or gpu.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Seed of random stages.")]
HistoryFolder = Annotated[
    Path | None, typer.Option("--history", help=f"Folder of runs. [env: {VARIABLE}]")
]
FORMAT_NAMES = ("text", "json", "junit", "markdown", "sarif")


def require_known(what: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise UsageError(f"unknown {what} {word!r}", hint=suggestion(word, known))


def parse_writes(words: list[str]) -> dict[Path, str]:
    """The format to write to each file, of options such as ``junit=verdicts.xml``."""
    writes: dict[Path, str] = {}
    for word in words:
        name, _, file = word.partition("=")
        require_known("format", name, FORMAT_NAMES)
        if not file:
            raise UsageError(
                f"--write {word} names no file", hint=f"Write it so: --write {name}=FILE"
            )
        if Path(file) in writes:
            raise UsageError(f"{file} is to be written twice", hint="Name a file for each format")
        writes[Path(file)] = name
    return writes


def tiers_up_to(tier: str) -> tuple[Tier, ...]:
    """The tier and those it holds."""
    require_known("tier", tier, TIERS)
    return tuple(known for known in TIERS if TIERS.index(known) <= TIERS.index(tier))


def use_data(mirror: str | None, offline: bool) -> None:
    """Hand the options to ``reference.datasets`` through the environment, for workers as well."""
    if mirror is not None:
        os.environ["DLW_DATA_MIRROR"] = mirror
    folder = os.environ.get("DLW_DATA_MIRROR")
    if folder and not Path(folder).is_dir():
        raise UsageError(
            "the data mirror is not a folder",
            where=folder,
            hint="Name an existing folder with --data-mirror or DLW_DATA_MIRROR, or leave it out",
        )
    if offline:
        os.environ["DLW_OFFLINE"] = "1"


def fraction(word: str, option: str) -> float:
    """``10%`` or ``0.1`` as 0.1: at least nothing, and less than ten times."""
    number, percent = word.strip(), 1.0
    if number.endswith("%"):
        number, percent = number[:-1], 100.0
    try:
        value = float(number) / percent
    except ValueError:
        value = -1.0
    if not 0 <= value < 10:
        raise UsageError(f"{option} {word!r} is no fraction", hint="Write it as 10% or as 0.1")
    return value
