"""``dlw``: the command line. Options are declared here, work is done in ``harness.commands``.

Exit codes: 0 all as expected, 1 a surprise, 2 misuse, bad data or an interrupt.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from harness.errors import HarnessError, UsageError, suggestion
from reference.stages import TIERS, Tier

app = typer.Typer(
    name="dlw",
    help="Prove The Deep Learning Workshop right or wrong, claim by claim.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
data_app = typer.Typer(help="The book's data sets: list, fetch, check.", no_args_is_help=True)
baseline_app = typer.Typer(help="Seed distributions of random training.", no_args_is_help=True)
app.add_typer(data_app, name="data")
app.add_typer(baseline_app, name="baseline")

TYPER_INTERRUPTED = 130
INTERRUPTED = "interrupted. What was finished is kept; the same command goes on from there"

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


@app.command()
def verify(
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Seed of random stages.")] = 0,
    device: Device = "cpu",
    data_mirror: Mirror = None,
    format_name: Annotated[
        str, typer.Option("--format", help="text, json, junit or markdown.")
    ] = "text",
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at a surprise.")] = False,
    offline: Offline = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Observe everything anew.")] = False,
) -> None:
    """Judge the claims against the reference: exit 0 as expected, 1 on any surprise."""
    from harness.commands.verify import run
    from harness.verify import Settings
    from reference.resources import cache_folder

    tiers = _tiers(tier)
    _known("format", format_name, ("text", "json", "junit", "markdown"))
    _known("device", device, ("cpu", "gpu"))
    _use_data(data_mirror, offline)
    settings = Settings(seed, device, jobs, None if no_cache else cache_folder() / "observations")
    raise typer.Exit(run(words or [], tiers, settings, format_name, fail_fast=fail_fast))


@app.command("list")
def list_claims(
    words: Words = None,
    tier: TierOption = "full",
    state: Annotated[
        str | None, typer.Option("--ledger", help="Only claims that: holds, erratum, drift.")
    ] = None,
    needs: Annotated[
        str | None, typer.Option("--needs", help="Only claims that need this.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List units and their claims."""
    from harness.commands.list import run

    if state is not None:
        _known("ledger state", state, ("holds", "erratum", "drift"))
    run(words or [], _tiers(tier), state, needs, as_json=as_json)


@app.command()
def show(
    claim: Annotated[str, typer.Argument(help="A claim's id, such as 1.02/result.")],
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    device: Device = "cpu",
) -> None:
    """Show one claim: what is printed, what was measured, where, and why."""
    from harness.commands.show import run

    run(claim, seed, device)


@data_app.command("list")
def data_list(data_mirror: Mirror = None) -> None:
    """List the data sets: licence, size, and whether each is here."""
    from harness.commands.data import list_datasets

    _use_data(data_mirror, offline=True)
    list_datasets()


@data_app.command("fetch")
def data_fetch(
    names: Annotated[list[str] | None, typer.Argument(help="Data sets; none: all.")] = None,
    data_mirror: Mirror = None,
) -> None:
    """Fetch data sets into the cache, from their official sources or a mirror."""
    from harness.commands.data import fetch

    _use_data(data_mirror, offline=False)
    raise typer.Exit(fetch(names or []))


@data_app.command("check")
def data_check(
    names: Annotated[list[str] | None, typer.Argument(help="Data sets; none: all.")] = None,
    data_mirror: Mirror = None,
) -> None:
    """Decode the data sets that are here and compare their contents with the registry."""
    from harness.commands.data import check

    _use_data(data_mirror, offline=True)
    raise typer.Exit(check(names or []))


@baseline_app.command("run")
def baseline_run(
    unit: Annotated[str, typer.Argument(help="A unit, such as 2.05.")],
    tier: TierOption = "fast",
    seeds: Annotated[int, typer.Option("--seeds", help="Measure seeds 0 to N - 1.")] = 20,
    jobs: Jobs = 1,
    cluster: Annotated[
        str, typer.Option("--cluster", help="Address of a Dask scheduler to measure on.")
    ] = "",
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Measure a unit over seeds; appends what is missing and survives an interrupt."""
    from harness.commands.baseline import run

    _use_data(data_mirror, offline)
    run(unit, _tiers(tier)[-1], seeds, jobs, cluster)


@baseline_app.command("show")
def baseline_show(
    unit: Annotated[str, typer.Argument(help="A unit, such as 2.05.")],
    tier: TierOption = "fast",
    as_json: Json = False,
) -> None:
    """Show a unit's baseline: seeds, means, spreads, prediction intervals."""
    from harness.commands.baseline import show_baseline

    show_baseline(unit, _tiers(tier)[-1], as_json=as_json)


@app.command()
def grade(
    paths: Annotated[
        list[Path], typer.Argument(help="Scripts, notebooks, zip files, or folders of them.")
    ],
    units: Annotated[
        list[str] | None, typer.Option("--unit", help="Grade this unit (may be repeated).")
    ] = None,
    rubric: Annotated[
        Path | None, typer.Option("--rubric", help="rubric.toml: units, points, limits.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for results and feedback; resumes.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Submissions at a time.")] = 1,
    era: Annotated[str, typer.Option("--era", help="Libraries: today or book.")] = "today",
    seconds: Annotated[
        float | None, typer.Option("--seconds", help="Time limit of a submission.")
    ] = None,
    cluster: Annotated[
        str, typer.Option("--cluster", help="Address of a Dask scheduler to grade on.")
    ] = "",
    nbgrader: Annotated[
        Path | None,
        typer.Option("--nbgrader", help="Folder of an nbgrader course that takes the feedback."),
    ] = None,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Without a sandbox: only what you trust.")
    ] = False,
    as_json: Json = False,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Grade submissions in a sandbox: exit 0 where every one has full marks, else 1."""
    try:
        from harness.commands.grade import Request, run
    except ModuleNotFoundError as error:
        raise UsageError(
            f"grading needs the package {error.name}", hint="Run `pip install 'dlw[grade]'`"
        ) from None
    from harness.grading.eras import ERAS

    _known("era", era, ERAS)
    _use_data(data_mirror, offline)
    request = Request(
        tuple(paths),
        tuple(units or ()),
        rubric,
        out,
        jobs,
        era,
        seconds,
        cluster,
        nbgrader,
        unsafe,
        as_json,
    )
    raise typer.Exit(run(request))


@app.command()
def doctor(data_mirror: Mirror = None) -> None:
    """Say what is installed, what is missing, and what that costs in claims."""
    from harness.commands.doctor import run

    _use_data(data_mirror, offline=True)
    run()


def _known(what: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise UsageError(f"unknown {what} {word!r}", hint=suggestion(word, known))


def _tiers(tier: str) -> tuple[Tier, ...]:
    """The tier and those it holds."""
    _known("tier", tier, TIERS)
    return tuple(known for known in TIERS if TIERS.index(known) <= TIERS.index(tier))


def _use_data(mirror: str | None, offline: bool) -> None:
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


def main() -> None:
    """Entry point of ``dlw``: every error a person can mend is one line and exit code 2."""
    try:
        code = app(standalone_mode=False)
        if code == TYPER_INTERRUPTED:
            code = _fail(INTERRUPTED)
    except HarnessError as error:
        code = _fail(str(error))
    except typer.TyperException as error:
        code = _fail(error.format_message())
    except KeyboardInterrupt:
        code = _fail(INTERRUPTED)
    sys.exit(code)


def _fail(message: str) -> int:
    print(f"dlw: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
