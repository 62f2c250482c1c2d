"""``dlw grade``: submissions of students."""

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.options import Json, Mirror, Offline, require_known, use_data
from harness.errors import UsageError


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
    epochs: Annotated[
        int | None,
        typer.Option("--epochs", min=1, help="End each training after so many epochs."),
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

    require_known("era", era, ERAS)
    use_data(data_mirror, offline)
    request = Request(
        tuple(paths),
        tuple(units or ()),
        rubric,
        out,
        jobs,
        era,
        seconds,
        epochs,
        cluster,
        nbgrader,
        unsafe,
        as_json,
    )
    raise typer.Exit(run(request))
