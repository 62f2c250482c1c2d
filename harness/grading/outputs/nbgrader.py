"""Feedback where nbgrader looks for it: ``feedback/STUDENT/ASSIGNMENT/NOTEBOOK.html``.

nbgrader releases single HTML files from there, so the page carries its figures inside.
"""

from pathlib import Path

from harness.files import write_atomically
from harness.grading.outputs import as_html
from harness.grading.outputs.names import folder_name
from harness.grading.results import Graded


def write(course: Path, graded: Graded, assignment: str, notebook: str = "") -> Path:
    """Write one page and say where; a notebook without a name is called as its assignment."""
    page = f"{folder_name(notebook or assignment)}.html"
    path = course / "feedback" / folder_name(graded.name) / folder_name(assignment) / page
    write_atomically(path, as_html.render_alone(graded))
    return path
