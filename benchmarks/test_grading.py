"""Grading: the overhead of a submission, and many on one warm server against a kernel each."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from harness.grading import sandbox
from harness.grading.classroom import Course, grade_all
from harness.grading.limits import Limits
from harness.grading.rubric import rubric_for
from harness.grading.submissions import find_submissions

SUBMISSIONS = 50
TRIVIAL = 1000
SOURCE = """import tensorflow as tf

X = tf.Variable([[1, 2, 3], [4, 5, 6]])
Y = tf.Variable([[7, 8], [9, 10], [11, 12]])
c1 = tf.matmul(X, Y)
c2 = tf.matmul(Y, X)
marker = {number}
"""

pytestmark = pytest.mark.skipif(
    bool(sandbox.why_not()), reason=f"{sandbox.why_not()}; install Debian's package bubblewrap"
)


def notebook(source: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])


def test_a_warm_server_against_a_fresh_kernel_each(tmp_path: Path) -> None:
    """The same notebooks; the kernels only run them, the server marks them as well."""
    for number in range(SUBMISSIONS):
        nbformat.write(notebook(SOURCE.format(number=number)), tmp_path / f"{number:03}.ipynb")
    started = time.perf_counter()
    course = Course(rubric_for(("1.03",), Limits()), jobs=2)
    graded = list(grade_all(find_submissions([tmp_path]), course))
    ours = time.perf_counter() - started
    assert all(one.full for one in graded)
    started = time.perf_counter()
    for number in range(SUBMISSIONS):
        NotebookClient(notebook(SOURCE.format(number=number)), timeout=300).execute()
    theirs = time.perf_counter() - started
    print(json.dumps({"server": ours, "kernels": theirs, "times": theirs / ours}))
    assert theirs / ours > 5


def held() -> dict[str, int]:
    """Resident megabytes, open files and ended children not waited for, of this process."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    children = Path("/proc/self/task").glob("*/children")
    pids = [pid for file in children for pid in file.read_text().split()]
    states = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for pid in pids]
    return {
        "megabytes": int(status["VmRSS"].split()[0]) // 1024,
        "open files": len(list(Path("/proc/self/fd").iterdir())),
        "zombies": states.count("Z"),
    }


def trivial_script(number: int) -> str:
    return f"# Exercise 1.02\nX, Y, C = 3, 4, 2\nresult = X**2 * Y + Y + C\nmarker = {number}\n"


def trivial_notebook(number: int) -> str:
    return nbformat.writes(notebook(trivial_script(number)))


@pytest.mark.parametrize(
    ("ending", "written"), [("py", trivial_script), ("ipynb", trivial_notebook)]
)
def test_trivial(ending: str, written: Callable[[int], str], tmp_path: Path) -> None:
    """Submissions an hour on two threads, and what the judging process holds at both ends.

    Their own work takes microseconds: the seconds that one holds a worker are all overhead.
    """
    for number in range(TRIVIAL):
        (tmp_path / f"{number:04}.{ending}").write_text(written(number))
    course = Course(rubric_for(("1.02",), Limits()), jobs=2)
    graded = grade_all(find_submissions([tmp_path]), course)
    count, before = int(next(graded).full), held()
    started = time.perf_counter()
    for number, one in enumerate(graded, 2):
        count += one.full
        if number == TRIVIAL - 1:
            after = held()
    seconds = time.perf_counter() - started
    assert count == TRIVIAL
    rest = TRIVIAL - 1
    print(json.dumps({"an hour": 3600 * rest / seconds, "overhead": 2 * seconds / rest}))
    print(json.dumps({"after the first": before, "after the last but one": after}))
