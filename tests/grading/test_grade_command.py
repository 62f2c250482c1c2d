"""``dlw grade`` as its users meet it: marks, exit codes, resuming, misuse."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from harness.grading import sandbox
from tests.command_line import Dlw
from tests.grading.programs import COPIED, RIGHT, TRIVIAL, WRONG
from tests.grading.sandboxed import needs_sandbox

pytestmark = pytest.mark.xdist_group("grading")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    for name, text in (("ann", RIGHT), ("bob", WRONG), ("eve", COPIED)):
        (folder / f"{name}.py").write_text(text)
    return folder


def records(out: Path) -> dict[str, dict[str, object]]:
    return {
        path.parent.name: json.loads(path.read_text()) for path in sorted(out.glob("*/result.json"))
    }


@needs_sandbox
def test_each_gets_the_marks_that_are_due(dlw: Dlw, school: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert dlw("grade", school, "--out", out, "--jobs", "2").code == 1
    found = records(out)
    assert {name: (r["earned"], r["points"]) for name, r in found.items()} == {
        "ann.py": (6.0, 6.0),
        "bob.py": (5.0, 6.0),
        "eve.py": (5.0, 6.0),
    }
    outcomes = {mark["claim"]: mark["outcome"] for mark in found["eve.py"]["units"][0]["marks"]}
    assert outcomes["1.03/c1"] == "suspicious"
    assert "bob.py,finished,6.0,5.0" in (out / "class.csv").read_text()


@needs_sandbox
def test_graded_twice_gives_the_same_bytes_apart_from_the_times(
    dlw: Dlw, school: Path, tmp_path: Path
) -> None:
    for out in ("one", "two"):
        dlw("grade", school, "--out", tmp_path / out)
    first, second = (records(tmp_path / out) for out in ("one", "two"))
    for record in (*first.values(), *second.values()):
        assert record.pop("seconds") >= 0
    assert first == second


@needs_sandbox
def test_what_was_graded_stays_until_it_changes(dlw: Dlw, school: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    dlw("grade", school, "--out", out)
    shutil.rmtree(out / "ann.py")
    (school / "bob.py").write_text(RIGHT)
    before = (out / "eve.py" / "result.json").stat().st_mtime_ns
    result = dlw("grade", school, "--out", out)
    assert "1 of 3 were graded before" in result.out
    assert (out / "eve.py" / "result.json").stat().st_mtime_ns == before
    assert records(out)["bob.py"]["earned"] == 6.0


@needs_sandbox
def test_a_student_sees_the_feedback_and_exit_0_for_full_marks(dlw: Dlw, school: Path) -> None:
    result = dlw("grade", school / "ann.py")
    assert result.code == 0
    assert "6 of 6 points" in result.out
    result = dlw("grade", school / "bob.py")
    assert result.code == 1
    assert "Y and X" in result.out or "c2" in result.out
    assert "expected" in result.out


@needs_sandbox
def test_a_rubric_sets_points_and_hides_answers(dlw: Dlw, school: Path, tmp_path: Path) -> None:
    rubric = tmp_path / "rubric.toml"
    rubric.write_text(
        'show = "nothing"\nlate = 0.5\nlate_names = ["bob.py"]\n'
        '[units."1.03"]\npoints = 10\nonly = ["c1", "c2"]\nclaims = { c2 = 4 }\n'
        '[units."1.02"]\npoints = 4\n'
    )
    out = tmp_path / "out"
    course = tmp_path / "course"
    dlw("grade", school, "--rubric", rubric, "--out", out, "--nbgrader", course)
    found = records(out)
    assert len(list(course.glob("feedback/*/*/*.html"))) == 3
    assert (found["ann.py"]["earned"], found["ann.py"]["points"]) == (10.0, 14.0)
    assert found["bob.py"]["earned"] == 3.0
    for name in ("result.json", "feedback.md", "feedback.html", "junit.xml", "gradescope.json"):
        text = (out / "bob.py" / name).read_text()
        assert not re.search(r"(?<![\w.])139(?!\w)", text)  # a digest may hold it


@needs_sandbox
def test_imports_that_the_rubric_does_not_allow_are_refused(
    dlw: Dlw, school: Path, tmp_path: Path
) -> None:
    rubric = tmp_path / "rubric.toml"
    rubric.write_text('imports = ["tensorflow"]\n')
    out = tmp_path / "out"
    dlw("grade", school / "ann.py", "--rubric", rubric, "--out", out)
    assert records(out)["ann.py"]["status"] == "refused"
    assert records(out)["ann.py"]["earned"] == 0


@needs_sandbox
def test_many_in_a_row_leave_nothing_behind(dlw: Dlw, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.py").write_text(TRIVIAL)
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    result = dlw("grade", folder, "--jobs", "2", "--out", tmp_path / "out")
    assert result.code == 0, result.out
    assert len(list(Path("/proc/self/fd").iterdir())) == descriptors
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    states = [
        Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for pid in children
    ]
    assert "Z" not in states


def test_without_a_sandbox_it_refuses_unless_told(
    dlw: Dlw, school: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sandbox, "why_not", lambda: "bubblewrap is not installed")
    result = dlw("grade", school / "ann.py")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "bubblewrap is not installed" in result.err
    assert dlw("grade", school / "ann.py", "--unsafe", "--out", tmp_path / "out").code == 0
    assert records(tmp_path / "out")["ann.py"]["sandboxed"] is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["/no/such"], "no such file"),
        (["{ann}", "--unit", "9.99"], "unit '9.99' has nothing to grade"),
        (["{ann}", "--era", "stone"], "unknown era 'stone'"),
        (["{ann}", "--rubric", "/no/rubric.toml"], "cannot be read"),
        (["{ann}", "--seconds", "0"], "a time limit"),
        (["{ann}", "--out", "/proc/none"], "cannot be written"),
        (["{ann}", "--rubric", "{ann}"], "malformed TOML"),
    ],
)
def test_misuse_is_one_line_and_exit_2(
    dlw: Dlw, school: Path, arguments: list[str], message: str
) -> None:
    named = [word.replace("{ann}", str(school / "ann.py")) for word in arguments]
    result = dlw("grade", *named)
    assert result.code == 2
    assert message in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[units."1.99"]\n', "nothing to grade"),
        ('[units."1.03"]\nonly = ["c9"]\n', "no graded claim 'c9'"),
        ("points = 3\n", "points"),
        ("late = 2\n", "late"),
    ],
)
def test_a_rubric_with_a_fault_is_told(
    dlw: Dlw, school: Path, tmp_path: Path, text: str, message: str
) -> None:
    rubric = tmp_path / "rubric.toml"
    rubric.write_text(text)
    result = dlw("grade", school, "--rubric", rubric)
    assert result.code == 2
    assert message in result.err
    assert str(rubric) in result.err
