"""Reading submissions: damaged and hostile files are problems of their own submission alone."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from harness.errors import UsageError
from harness.grading.submissions import find_submissions, read_submission
from tests.grading.programs import RIGHT, WRONG


def zipped(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_a_folder_holds_submissions_and_a_folder_in_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(RIGHT)
    (tmp_path / "notes.txt").write_text("no submission")
    (tmp_path / "kim").mkdir()
    (tmp_path / "kim" / "one.py").write_text(RIGHT)
    (tmp_path / "kim" / "two.py").write_text(WRONG)
    found = find_submissions([tmp_path])
    assert list(found) == ["a.py", "kim"]
    assert [part.name for part in read_submission(found["kim"]).parts] == ["one.py", "two.py"]


def test_two_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    for name in ("ann", "bob"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "work.py").write_text(RIGHT)
    found = find_submissions([tmp_path / "ann", tmp_path / "bob"])
    assert list(found) == ["ann/work.py", "bob/work.py"]


def test_a_module_that_another_imports_is_no_program_of_its_own(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"helper.py": "Z = 1", "main.py": "from helper import Z"})
    submission = read_submission(path)
    assert [part.name for part in submission.parts] == ["main.py"]
    assert "helper.py" in submission.files


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../../etc/x.py", "outside itself"),
        ("/abs.py", "outside itself"),
        ("a/../../b.py", "outside"),
    ],
)
def test_a_path_out_of_the_zip_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    submission = read_submission(zipped(tmp_path / "x.zip", {name: RIGHT}))
    assert problem in submission.problem
    assert submission.parts == ()


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        entry = zipfile.ZipInfo("link.py")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    assert "link" in read_submission(tmp_path / "x.zip").problem


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"a.py": b"\0" * 30_000_000})
    assert path.stat().st_size < 100_000
    assert "more than a submission may hold" in read_submission(path).problem


@pytest.mark.parametrize("data", [b"", b"PK\3\4 cut off", b"not a zip"])
def test_a_damaged_zip_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert "cannot be read" in read_submission(tmp_path / "x.zip").problem


def test_the_digest_is_of_the_contents(tmp_path: Path) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    zipped(one, {"a.py": RIGHT})
    zipped(two, {"a.py": RIGHT})
    assert read_submission(one).digest == read_submission(two).digest
    zipped(two, {"a.py": RIGHT + "\n"})
    assert read_submission(one).digest != read_submission(two).digest


def test_what_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        find_submissions([tmp_path / "none"])
    with pytest.raises(UsageError, match="no submission here"):
        find_submissions([tmp_path])


def test_bytes_that_are_no_text_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"\xff\xfe\x00x = 1\n" + io.BytesIO().getvalue())
    assert read_submission(tmp_path / "a.py").problem == ""
