"""``dlw report``: the book's claims as a static site."""

from pathlib import Path
from typing import Annotated

import typer

from harness.bench.places import history_folder
from harness.cli.options import (
    Device,
    HistoryFolder,
    Jobs,
    Mirror,
    Offline,
    Seed,
    TierOption,
    require_known,
    tiers_up_to,
    use_data,
)
from harness.errors import UsageError

app = typer.Typer(help="The book's claims as a static site.", no_args_is_help=True)


@app.command("build")
def report_build(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the site.")],
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    seed: Seed = 0,
    device: Device = "cpu",
    data_mirror: Mirror = None,
    offline: Offline = False,
    history: HistoryFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the folder, whatever is in it.")
    ] = False,
) -> None:
    """Build the site: every claim, judged up to this tier; above it, what the cache holds."""
    try:
        from harness.commands.report import run
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the report needs the package {error.name}", hint="Run `pip install 'dlw[report]'`"
        ) from None
    from harness.verify import Settings
    from reference.resources import cache_folder

    tiers = tiers_up_to(tier)
    require_known("device", device, ("cpu", "gpu"))
    use_data(data_mirror, offline)
    settings = Settings(seed, device, jobs, cache_folder() / "observations")
    raise typer.Exit(run(folder, tiers, settings, history_folder(history), force=force))
