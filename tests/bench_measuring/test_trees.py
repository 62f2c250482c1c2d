"""The files of another commit, and where a run is measured."""

import subprocess
from pathlib import Path

import pytest

from harness.bench.measuring.surroundings import surroundings
from harness.bench.measuring.trees import commit_of, tree_of
from harness.errors import UsageError

GIT = ("git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")


def commit(repository: Path, content: str) -> str:
    (repository / "file.txt").write_text(content)
    for arguments in (("add", "."), ("commit", "-q", "-m", content)):
        subprocess.run([*GIT, *arguments], cwd=repository, check=True)
    return subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=repository, text=True).strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "repository"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def test_a_tree_holds_the_files_of_its_commit(repository: Path) -> None:
    first, second = commit(repository, "first"), commit(repository, "second")
    (repository / "file.txt").write_text("not committed")
    trees = {content: tree_of(repository, content) for content in (first, second)}
    assert (trees[first] / "file.txt").read_text() == "first"
    assert (trees[second] / "file.txt").read_text() == "second"
    assert tree_of(repository, first) == trees[first]
    assert [path.name for path in trees[first].parent.glob(".unpacking-*")] == []


def test_a_commit_is_found_by_any_name_of_it(repository: Path) -> None:
    first, second = commit(repository, "first"), commit(repository, "second")
    assert commit_of(repository, "HEAD~1") == commit_of(repository, first[:8]) == first
    assert commit_of(repository, "HEAD") == second


def test_no_commit_is_one_line(repository: Path) -> None:
    commit(repository, "first")
    with pytest.raises(UsageError, match="'v9' is no commit of this repository"):
        commit_of(repository, "v9")


def test_a_folder_without_git_has_no_commit(tmp_path: Path) -> None:
    here = surroundings(tmp_path)
    assert (here.commit, here.dirty) == (None, None)
    assert here.cores >= 1
    assert here.gpus == ()
