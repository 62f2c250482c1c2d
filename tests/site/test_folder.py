"""The site's folder: nothing of others is lost; the old site stays until the new is whole."""

from pathlib import Path

import pytest

from harness.errors import UsageError
from harness.site import folder as module
from harness.site.folder import MARKER, put, require_ours

OLD = {"index.html": "old", "units/1.01.html": "old unit"}
NEW = {"index.html": "new"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path / "site", OLD, force=False)
    return tmp_path / "site"


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {MARKER}


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    put(site, NEW, force=False)
    assert files(site) == {"index.html"}
    assert (site / "index.html").read_text() == "new"
    assert list(site.parent.iterdir()) == [site]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    put(tmp_path / "made" / "of many", NEW, force=False)
    (tmp_path / "empty").mkdir()
    put(tmp_path / "empty", NEW, force=False)
    assert files(tmp_path / "empty") == {"index.html"}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").write_text("years of work")
    with pytest.raises(UsageError, match=r"no part of a site, such as chapter\.tex.*--force"):
        put(tmp_path / "thesis", NEW, force=False)
    assert files(tmp_path / "thesis") == {"chapter.tex"}
    assert list(tmp_path.iterdir()) == [tmp_path / "thesis"]
    put(tmp_path / "thesis", NEW, force=True)
    assert files(tmp_path / "thesis") == {"index.html"}


def test_a_file_that_was_put_into_the_site_is_not_lost(site: Path) -> None:
    (site / "units" / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"such as units/notes\.txt"):
        put(site, NEW, force=False)
    assert files(site) == {*OLD, "units/notes.txt"}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": 3}', "\0"])
def test_a_damaged_marker_marks_nothing(site: Path, text: str) -> None:
    (site / MARKER).write_text(text)
    with pytest.raises(UsageError, match="no part of a site"):
        require_ours(site, force=False)


def test_a_folder_one_works_in_is_never_replaced(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "units")
    for folder in (site / "units", site, site.parent, Path.home()):
        with pytest.raises(UsageError, match="never replaced"):
            put(folder, NEW, force=True)
    assert files(site) == set(OLD)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="this is a file"):
        put(tmp_path / "file", NEW, force=True)


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="cannot be put there"):
        put(tmp_path / "file" / "site", NEW, force=False)


def test_a_link_stays_a_link(site: Path) -> None:
    link = site.parent / "link"
    link.symlink_to(site)
    put(link, NEW, force=False)
    assert link.is_symlink()
    assert files(site) == {"index.html"}


@pytest.mark.parametrize("moment", ["mkdir", "write_text", "rename"])
def test_an_interrupt_leaves_the_old_site_whole(
    site: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for calls in range(4):
        left = calls
        original = getattr(Path, moment)

        def interrupted(self, *arguments, original=original, **options):
            nonlocal left
            left -= 1
            if left == -1:
                raise KeyboardInterrupt
            return original(self, *arguments, **options)

        with monkeypatch.context() as patched:
            patched.setattr(Path, moment, interrupted)
            try:
                put(site, OLD, force=False)
            except KeyboardInterrupt:
                assert left < 0
        assert files(site) == set(OLD)
        assert list(site.parent.iterdir()) == [site]


def test_two_builds_at_once_leave_one_of_the_two(site: Path, monkeypatch) -> None:
    swap = module._swap

    def overtaken(fresh: Path, target: Path, old: Path) -> None:
        monkeypatch.setattr(module, "_swap", swap)
        put(site, {"index.html": "first"}, force=False)
        swap(fresh, target, old)

    monkeypatch.setattr(module, "_swap", overtaken)
    put(site, NEW, force=False)
    assert (site / "index.html").read_text() == "new"
    assert list(site.parent.iterdir()) == [site]
