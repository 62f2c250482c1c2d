"""An environment is whole or not there, and only the same book's older ones give way to it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from harness.eras import environment
from harness.eras.environment import COMPLETE, Environment, build, explained, find
from harness.eras.specification import era
from harness.errors import UsageError
from tests.command_line import Dlw

pytestmark = pytest.mark.xdist_group("eras")
BROKEN = "no-such-package-anywhere==1.0\n"


@pytest.fixture(autouse=True)
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")


def homes() -> list[str]:
    return sorted(path.name for path in (Path(os.environ["DLW_CACHE"]) / "eras").iterdir())


def pretend(name: str, owner: str) -> Path:
    """A folder that says it is an environment of that book's."""
    home = Path(os.environ["DLW_CACHE"]) / "eras" / name
    home.mkdir(parents=True)
    (home / COMPLETE).write_text(json.dumps({"owner": owner, "versions": {}}), "utf-8")
    return home


def test_a_built_environment_runs_and_knows_its_versions(bare: Environment) -> None:
    done = subprocess.run([bare.python, "-c", "print(6 * 7)"], capture_output=True, text=True)
    assert done.stdout == "42\n"
    assert {"python", "pip"} <= bare.versions.keys()


def test_a_build_that_breaks_is_one_line_and_leaves_nothing(folder: Path, dlw: Dlw) -> None:
    (folder / "book.txt").write_text(BROKEN, "utf-8")
    result = dlw("--book", folder.parent, "era", "build", "book")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "no-such-package-anywhere" in result.err
    assert "nothing half-built is kept" in result.err
    assert find(era("book")) is None
    assert homes() == []


def test_a_half_built_folder_is_not_used(folder: Path) -> None:
    home = environment._home(era("book"))
    home.mkdir(parents=True)
    assert find(era("book")) is None


def test_only_the_same_books_older_environments_of_the_era_are_removed(folder: Path) -> None:
    ours = str(folder.resolve())
    gone = pretend("book-0123456789ab", ours)
    others = pretend("book-aaaaaaaaaaaa", "/another/book/eras")
    later = pretend("later-0123456789ab", ours)
    built = build(era("book"))
    assert built == find(era("book"))
    assert not gone.exists()
    assert others.exists()
    assert later.exists()
    assert build(era("book")) == built


def test_other_pins_are_another_environment(folder: Path) -> None:
    before = environment._home(era("book"))
    (folder / "book.txt").write_text("numpy==1.18.5\n", "utf-8")
    assert environment._home(era("book")) != before


def test_an_index_that_cannot_be_reached_is_told_apart() -> None:
    stderr = (
        "WARNING: Retrying after connection broken by 'NewConnectionError(<x>: Failed)'\n"
        "ERROR: No matching distribution found for numpy\n"
    )
    error = explained(stderr, "the era book could not be built")
    assert "the package index cannot be reached" in str(error)
    assert "PIP_FIND_LINKS" in str(error)


def test_an_era_without_pins_says_how_to_make_them(folder: Path) -> None:
    (folder / "book.txt").unlink()
    with pytest.raises(UsageError, match=r"dlw .*era pin book"):
        build(era("book"))
