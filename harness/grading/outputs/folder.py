"""A folder of results: one folder a submission, the class beside them."""

from pathlib import Path

from harness.files import write_atomically
from harness.grading.outputs import (
    as_html,
    as_json,
    as_junit,
    as_markdown,
    class_report,
    gradescope,
)
from harness.grading.outputs.class_csv import ClassTable
from harness.grading.outputs.class_summary import ClassSummary
from harness.grading.outputs.names import figure_files, folder_name
from harness.grading.results import Graded

RECORD = "result.json"


def write_submission(folder: Path, graded: Graded) -> Path:
    """Write all files of one submission and say where.

    The record comes last: where it stands, the submission is done, and resuming may skip it.
    """
    own = folder / folder_name(graded.name)
    (own / RECORD).unlink(missing_ok=True)
    _write_figures(own / "figures", graded)
    for name, render in (
        ("junit.xml", as_junit.render),
        ("feedback.md", as_markdown.render),
        ("feedback.html", as_html.render),
        ("gradescope.json", gradescope.render),
        (RECORD, as_json.render),
    ):
        write_atomically(own / name, render(graded))
    return own


def read_submission(folder: Path, name: str) -> Graded | None:
    """What was graded earlier, without its figures; None where it has to be graded."""
    path = folder / folder_name(name) / RECORD
    try:
        return as_json.read(path.read_text("utf-8"))
    except (OSError, as_json.NotARecord):
        return None


def write_class(folder: Path, table: ClassTable, summary: ClassSummary) -> None:
    shapes = table.shapes
    write_atomically(folder / "class.csv", table.render())
    write_atomically(folder / "summary.md", class_report.as_markdown(summary, shapes))
    write_atomically(folder / "summary.json", class_report.as_json(summary, shapes))


def _write_figures(folder: Path, graded: Graded) -> None:
    files = figure_files(graded)
    for old in folder.glob("*.png"):
        if old.name not in files.values():
            old.unlink()
    for name, file in files.items():
        write_atomically(folder / file, graded.figures[name])
