"""``dlw gate``: one answer for continuous integration."""

from pathlib import Path
from typing import Annotated

import typer

from harness.bench.places import history_folder
from harness.cli.bench import REPORT_FORMATS, AtLeast, ReportFormat, Tolerance
from harness.cli.options import HistoryFolder, fraction, require_known
from harness.errors import UsageError


def gate(
    performance: Annotated[
        bool, typer.Option("--performance", help="Judge a run of the benchmarks.")
    ] = False,
    record: Annotated[
        Path | None, typer.Option("--record", help="File of the run; none: the last one kept.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", help="Pin or run to hold it against as well.")
    ] = None,
    history: HistoryFolder = None,
    at_least: AtLeast = "10%",
    tolerance: Tolerance = "1%",
    format_name: ReportFormat = "text",
) -> None:
    """Stop a slowdown: exit 0 not slower, 1 slower, 2 misuse, 3 unproven, 4 not measured."""
    if not performance:
        raise UsageError("nothing to judge was named", hint="Say --performance")
    require_known("format", format_name, REPORT_FORMATS)
    from harness.commands import bench_compare

    limits = bench_compare.Limits(
        fraction(tolerance, "--tolerance"), fraction(at_least, "--at-least")
    )
    raise typer.Exit(
        bench_compare.gate(history_folder(history), record, against, limits, format_name)
    )
