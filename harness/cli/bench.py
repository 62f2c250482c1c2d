"""``dlw bench``: how fast the training cores are, and whether they became slower."""

from pathlib import Path
from typing import Annotated

import typer

from harness.bench.places import VARIABLE, history_folder
from harness.cli.options import Json

app = typer.Typer(help="Benchmarks of the training cores.", no_args_is_help=True)

HistoryFolder = Annotated[
    Path | None,
    typer.Option("--history", help=f"Folder of runs. [env: {VARIABLE}]"),
]


@app.command("history")
def bench_history(history: HistoryFolder = None, as_json: Json = False) -> None:
    """List the runs that are kept: exit 2 where a file of the history cannot be read."""
    from harness.commands.bench_history import run

    raise typer.Exit(run(history_folder(history), as_json=as_json))


@app.command("pin")
def bench_pin(
    name: Annotated[str, typer.Argument(help="The pin's name, such as baseline.")],
    run_name: Annotated[
        str, typer.Argument(metavar="RUN", help="A run, commit or pin; last: the last run.")
    ] = "last",
    history: HistoryFolder = None,
) -> None:
    """Let a name stand for a run: what later runs are held against."""
    from harness.commands.bench_history import pin

    pin(history_folder(history), name, run_name)
