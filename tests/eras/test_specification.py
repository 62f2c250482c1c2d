"""What an era is, is data under a closed schema."""

from pathlib import Path

import pytest

from harness.eras import interpreters, specification
from harness.eras.parts import parts
from harness.eras.record import load_record
from harness.errors import FixtureError, UsageError


def test_the_books_eras_go_from_old_to_new() -> None:
    eras = specification.eras()
    assert list(eras) == ["book", "keras2", "today", "next"]
    assert eras["next"].newest
    assert [era.runs for era in eras.values()] == ["parts", "parts", "reference", "reference"]


def test_every_era_is_pinned() -> None:
    for era in specification.eras().values():
        lines = era.pins.read_text("utf-8").splitlines()
        pins = [line for line in lines if line and not line.startswith("#")]
        assert len(pins) > 10, era.name
        assert all("==" in pin for pin in pins), era.name


def test_a_book_without_the_file_has_no_eras(folder: Path) -> None:
    (folder / "eras.toml").unlink()
    assert specification.eras() == {}
    with pytest.raises(UsageError, match="declares no eras"):
        specification.era("book")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"book"', '"Book 1"', "name"),
        ('"later"', '"book"', "twice"),
        ("title", "tilte", "tilte|title"),
        ("requires = []", "requires = ", "malformed TOML"),
    ],
)
def test_a_fault_in_the_file_is_one_line(folder: Path, old: str, new: str, message: str) -> None:
    path = folder / "eras.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(FixtureError, match=message) as caught:
        specification.eras()
    assert "\n" not in str(caught.value)


def test_an_unknown_era_names_those_there_are(folder: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean book"):
        specification.era("bok")


def test_a_part_is_a_module_with_observations(folder: Path) -> None:
    assert list(parts()) == ["part"]


def test_a_tier_of_a_part_that_is_not_there_is_a_fault(folder: Path) -> None:
    path = folder / "eras.toml"
    path.write_text(path.read_text("utf-8") + '[tiers]\nprat = "train"\n', "utf-8")
    with pytest.raises(FixtureError, match="Did you mean part"):
        parts()


BESIDE = """\
import deeper

LIMIT = 42
NAMED = "spoken"


def attempt():
    return helper()


@property
def helper():
    return deeper.value()


def spoken():
    return eval("spelled()")


def spelled():
    return 1


def other():
    return 2
"""


@pytest.fixture
def beside(folder: Path) -> Path:
    """What the part imports: a module of which it uses some, and which imports another one."""
    (folder / "deeper.py").write_text("def value():\n    return 42\n", "utf-8")
    (folder / "attempts.py").write_text(BESIDE, "utf-8")
    return folder / "attempts.py"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("return helper()", "return helper() + 1"),
        ("@property", "@staticmethod"),
        ("LIMIT = 42", "LIMIT = 41"),
        ('spelled()")', 'spelled() + 1")'),
        ("return 1", "return 3"),
    ],
)
def test_what_a_part_may_use_changes_its_digest(beside: Path, old: str, new: str) -> None:
    before = parts()["part"].digest
    beside.write_text(BESIDE.replace(old, new), "utf-8")
    assert parts()["part"].digest != before


def test_a_module_that_an_import_imports_changes_the_digest(beside: Path) -> None:
    before = parts()["part"].digest
    beside.with_name("deeper.py").write_text("def value():\n    return 41\n", "utf-8")
    assert parts()["part"].digest != before


def test_what_a_part_cannot_reach_leaves_its_digest(beside: Path, folder: Path) -> None:
    before = parts()["part"].digest
    beside.write_text(BESIDE.replace("return 2", "return 3") + "\n\n# a remark\n", "utf-8")
    (folder / "other.py").write_text("x = 1\n", "utf-8")
    assert parts()["part"].digest == before


def test_the_whole_part_counts(folder: Path) -> None:
    before = parts()["part"].digest
    with (folder / "part.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef unused():\n    return 1\n")
    assert parts()["part"].digest != before


def test_a_damaged_record_is_one_line(folder: Path) -> None:
    (folder / "book.json").write_text('{"era": "book"}', "utf-8")
    with pytest.raises(FixtureError, match=r"dlw .*era verify book --record"):
        load_record("book")


def test_a_python_that_is_not_installed_says_how_to_get_it() -> None:
    with pytest.raises(UsageError, match=r"pyenv install 3\.99.*uv python install 3\.99"):
        interpreters.find("3.99")


def test_pyenvs_pythons_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "versions" / "3.98.2" / "bin" / "python3.98"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert interpreters.find("3.98") == python
    assert interpreters.installed(["3.98", "3.99"]) == {"3.98": python}
