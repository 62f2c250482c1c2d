"""``dlw era``: the environments that the book is measured in."""

from typing import Annotated

import typer

from harness.cli.options import (
    Jobs,
    Mirror,
    Offline,
    TierOption,
    Words,
    require_known,
    tiers_up_to,
    use_data,
)
from harness.errors import UsageError

app = typer.Typer(help="Environments from the book's own to the newest.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="An era that `dlw era list` shows, such as book.")]


@app.command("list")
def era_list() -> None:
    """List the eras: libraries, whether they are built, what was measured in them."""
    from harness.commands.era import show_eras

    show_eras()


@app.command("build")
def era_build(
    name: Name,
    anew: Annotated[bool, typer.Option("--anew", help="Build it even if it is there.")] = False,
) -> None:
    """Build an era's environment from its pins: whole, or not at all."""
    from harness.commands.era import build

    build(name, anew=anew)


@app.command("pin")
def era_pin(name: Name) -> None:
    """Resolve what an era asks for, by its own Python's pip, and write its pins."""
    from harness.commands.era import pin

    pin(name)


@app.command("verify")
def era_verify(
    name: Name,
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    again: Annotated[bool, typer.Option("--again", help="Measure also what is kept.")] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Measure only what the record lacks or holds stale.")
    ] = False,
    record: Annotated[
        bool, typer.Option("--record", help="Write what was measured to fixtures/eras.")
    ] = False,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Measure an era and hold the ledger against it: exit 1 where they contradict each other."""
    from harness.commands.era import verify_era

    if again and stale:
        raise UsageError("--again and --stale exclude each other", hint="Leave one out")
    use_data(data_mirror, offline)
    code = verify_era(
        name, words or [], tiers_up_to(tier), jobs, again=again, only_stale=stale, record=record
    )
    raise typer.Exit(code)


@app.command("bisect")
def era_bisect(
    drifts: Annotated[list[str], typer.Argument(help="Such as 6.01/predict-classes.")],
    library: Annotated[
        str, typer.Option("--library", help="The library whose releases are tried.")
    ] = "tensorflow",
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Find the release since which drifts are wrong, in environments that are thrown away."""
    from harness.commands.era_bisect import run

    use_data(data_mirror, offline)
    raise typer.Exit(run(drifts, library))


@app.command("matrix")
def era_matrix(
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    format_name: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    newest: Annotated[
        bool, typer.Option("--next", help="Also the newest pre-releases, which prove nothing.")
    ] = False,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Claims by eras: errata and drift told apart; exit 1 where the ledger says otherwise."""
    from harness.commands.era import show_matrix

    require_known("format", format_name, ("text", "json"))
    use_data(data_mirror, offline)
    code = show_matrix(words or [], tiers_up_to(tier), jobs, format_name, newest)
    raise typer.Exit(code)
