"""``dlw bench``: how fast the training cores are, and whether they became slower."""

from typing import Annotated

import typer

from harness.bench.places import history_folder
from harness.cli import bench_run
from harness.cli.options import HistoryFolder, fraction, require_known

app = typer.Typer(help="Benchmarks of the training cores.", no_args_is_help=True)

Tolerance = Annotated[
    str, typer.Option("--tolerance", help="Slowdowns up to it are none, such as 1%.")
]
AtLeast = Annotated[
    str, typer.Option("--at-least", help="Slowdown that must not hide, such as 10%.")
]
ReportFormat = Annotated[str, typer.Option("--format", help="text, json, markdown or html.")]
REPORT_FORMATS = ("text", "json", "markdown", "html")


@app.command("compare")
def bench_compare(
    old: Annotated[str, typer.Argument(help="A run, file, commit or pin; last: the last run.")],
    new: Annotated[
        str | None, typer.Argument(help="Another; none: the base of the first against its head.")
    ] = None,
    history: HistoryFolder = None,
    tolerance: Tolerance = "1%",
    at_least: AtLeast = "10%",
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Compare even what was measured elsewhere.")
    ] = False,
    format_name: ReportFormat = "text",
) -> None:
    """Compare two runs, or base and head of one: ratios with intervals."""
    from harness.commands.bench_compare import Limits, compare

    require_known("format", format_name, REPORT_FORMATS)
    limits = Limits(fraction(tolerance, "--tolerance"), fraction(at_least, "--at-least"))
    compare(history_folder(history), old, new, limits, format_name, anyway=anyway)


@app.command("history")
def bench_history(history: HistoryFolder = None, format_name: ReportFormat = "text") -> None:
    """Show runs, newest figures and steps: exit 2 where a file of the history cannot be read."""
    from harness.commands.bench_history import run

    require_known("format", format_name, REPORT_FORMATS)
    raise typer.Exit(run(history_folder(history), format_name))


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


@app.command("simulate")
def bench_simulate(
    noise: Annotated[
        list[str] | None,
        typer.Option("--noise", help="quiet, spikes or drift (may be repeated); none: all."),
    ] = None,
    runs: Annotated[int, typer.Option("--runs", min=1, help="Simulated runs.")] = 10_000,
    cores: Annotated[int, typer.Option("--cores", min=1, help="Cores of a run.")] = 60,
    pairs: Annotated[int, typer.Option("--pairs", min=2, help="Pairs of processes a core.")] = 12,
    confirming: Annotated[
        int, typer.Option("--confirming", min=2, help="Pairs of the second stage.")
    ] = 18,
    sees: bench_run.Sees = 0.1,
    histories: Annotated[
        int, typer.Option("--histories", min=0, help="Also so many histories of each kind.")
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    format_name: ReportFormat = "text",
) -> None:
    """Measure false alarms and misses, ours and others', where the truth is known."""
    from harness.bench.simulation.noise import NOISES
    from harness.bench.simulation.rates import Design
    from harness.commands.bench_simulate import Request, run

    require_known("format", format_name, REPORT_FORMATS)
    for name in noise or ():
        require_known("noise", name, tuple(NOISES))
    design = Design(cores, pairs, confirming, sees or None)
    run(Request(tuple(noise or NOISES), design, runs, histories, seed), format_name)


bench_run.register(app)
