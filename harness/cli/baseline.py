"""``dlw baseline``: seed distributions of random training."""

from typing import Annotated

import typer

from harness.cli.options import Jobs, Json, Mirror, Offline, TierOption, tiers_up_to, use_data

Epochs = Annotated[
    int | None,
    typer.Option("--epochs", min=1, help="Train for so many epochs, not for the book's number."),
]

app = typer.Typer(help="Seed distributions of random training.", no_args_is_help=True)


@app.command("run")
def baseline_run(
    unit: Annotated[str, typer.Argument(help="A unit, such as 2.05.")],
    tier: TierOption = "fast",
    epochs: Epochs = None,
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

    use_data(data_mirror, offline)
    run(unit, tiers_up_to(tier)[-1], epochs, seeds, jobs, cluster)


@app.command("show")
def baseline_show(
    unit: Annotated[str, typer.Argument(help="A unit, such as 2.05.")],
    tier: TierOption = "fast",
    epochs: Epochs = None,
    as_json: Json = False,
) -> None:
    """Show a unit's baseline: seeds, means, spreads, prediction intervals."""
    from harness.commands.baseline import show_baseline

    show_baseline(unit, tiers_up_to(tier)[-1], epochs, as_json=as_json)
