"""``dlw data``: the book's data sets."""

from typing import Annotated

import typer

from harness.cli.options import Mirror, use_data

app = typer.Typer(help="The book's data sets: list, fetch, check.", no_args_is_help=True)


@app.command("list")
def data_list(data_mirror: Mirror = None) -> None:
    """List the data sets: licence, size, and whether each is here."""
    from harness.commands.data import list_datasets

    use_data(data_mirror, offline=True)
    list_datasets()


@app.command("fetch")
def data_fetch(
    names: Annotated[list[str] | None, typer.Argument(help="Data sets; none: all.")] = None,
    data_mirror: Mirror = None,
) -> None:
    """Fetch data sets into the cache, from their official sources or a mirror."""
    from harness.commands.data import fetch

    use_data(data_mirror, offline=False)
    raise typer.Exit(fetch(names or []))


@app.command("check")
def data_check(
    names: Annotated[list[str] | None, typer.Argument(help="Data sets; none: all.")] = None,
    data_mirror: Mirror = None,
) -> None:
    """Decode the data sets that are here and compare their contents with the registry."""
    from harness.commands.data import check

    use_data(data_mirror, offline=True)
    raise typer.Exit(check(names or []))
