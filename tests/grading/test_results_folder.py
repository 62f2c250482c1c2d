"""The folder of results: whose files stand where."""

from pathlib import Path

import pytest

from harness.grading.outputs import folder, names
from harness.grading.outputs.class_csv import ClassTable
from harness.grading.outputs.class_summary import ClassSummary
from tests.grading.graded_examples import HOSTILE, PIXEL, good, hostile, mixed


def test_a_submission_is_written_and_read_again(tmp_path: Path) -> None:
    own = folder.write_submission(tmp_path, mixed())
    assert sorted(str(path.relative_to(own)) for path in own.rglob("*.*")) == [
        "feedback.html",
        "feedback.md",
        "figures/figure-1.png",
        "gradescope.json",
        "junit.xml",
        "result.json",
    ]
    assert (own / "figures" / "figure-1.png").read_bytes() == PIXEL
    assert folder.read_submission(tmp_path, "bob.ipynb") == mixed(figures={})
    assert folder.read_submission(tmp_path, "ann.py") is None


def test_figures_of_an_earlier_grading_go(tmp_path: Path) -> None:
    own = folder.write_submission(tmp_path, mixed())
    folder.write_submission(tmp_path, mixed(figures={"other.png": PIXEL}))
    assert [path.name for path in (own / "figures").iterdir()] == ["other.png"]


def test_a_hostile_submission_writes_only_below_its_own_folder(tmp_path: Path) -> None:
    own = folder.write_submission(tmp_path / "results", hostile("../../x"))
    assert own.parent == tmp_path / "results"
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


STRANGE = ["../../x", "/etc/passwd", "..", ".", "", "a/b", "a_b", "a:b", "x" * 300, "x" * 301]
STRANGE += [
    "summary.md",
    ".hidden",
    "a\x00b",
    HOSTILE,
    "\U0001d49c" * 200,
    "na\u0308me",
    "n\u00e4me",
]


def test_no_two_names_share_a_folder_and_none_leaves_it() -> None:
    folders = [names.folder_name(name) for name in STRANGE]
    impostors = [names.folder_name(name) for name in folders if name not in STRANGE]
    assert len({*folders, *impostors}) == len(folders) + len(impostors)
    for name in folders:
        assert Path(name).name == name
        assert not name.startswith(".")
        assert len(name.encode()) < 120


@pytest.mark.parametrize("name", ["ann.py", "Exercise1.03", "müller_7-b", "a@b.c"])
def test_a_plain_name_stays_as_it_is(name: str) -> None:
    assert names.folder_name(name) == name


def test_the_class_stands_beside_its_submissions(tmp_path: Path) -> None:
    pair = [good(shape="s"), good("cleo.py", shape="s")]
    folder.write_class(tmp_path, ClassTable(pair), ClassSummary(pair))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "class.csv",
        "summary.json",
        "summary.md",
    ]
    assert "- 2: `ann.py`, `cleo.py`" in (tmp_path / "summary.md").read_text("utf-8")
