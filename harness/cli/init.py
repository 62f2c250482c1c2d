"""``dlw init``: a new book."""

from pathlib import Path
from typing import Annotated

import typer

from harness.errors import UsageError


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the new book.")],
    more: Annotated[
        list[Path] | None, typer.Argument(metavar="NOTEBOOK...", help="More for --from.")
    ] = None,
    notebooks: Annotated[
        list[Path] | None,
        typer.Option(
            "--from", metavar="NOTEBOOK...", help="Draft claims from stored outputs of notebooks."
        ),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="The book's title.")] = "",
) -> None:
    """Start a new book: a skeleton that verifies, or claims drafted from notebooks."""
    if folder.suffix == ".ipynb" or (more and not notebooks):
        raise UsageError(
            "a new book has one folder", hint="Write `dlw init DIR --from NOTEBOOK...`"
        )
    from harness.commands.init import run

    try:
        run(folder, title, [*(notebooks or []), *(more or [])])
    except ModuleNotFoundError as error:
        raise UsageError(
            f"reading notebooks needs the package {error.name}",
            hint="Run `pip install 'dlw[grade]'`",
        ) from None
