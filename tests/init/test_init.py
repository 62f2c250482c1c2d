"""``dlw init``: a new book that verifies at once, and nothing ever overwritten."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.toml import toml
from tests.command_line import Dlw


def test_a_new_book_verifies_at_once(dlw: Dlw, tmp_path: Path) -> None:
    folder = tmp_path / "my-book"
    made = dlw("init", folder)
    assert (made.code, made.err) == (0, "")
    assert made.out.endswith(f"next: dlw --book {folder} verify\n")
    verified = dlw("--book", folder, "verify")
    assert verified.code == 0
    assert verified.out.startswith("2 claims: 2 confirmed, 0 refuted, 0 unverified")
    assert "my book" in dlw("--book", folder, "doctor").out


def test_its_worked_example_can_be_refuted(dlw: Dlw, tmp_path: Path) -> None:
    dlw("init", tmp_path / "new")
    path = tmp_path / "new" / "claims" / "chapter1" / "1.01.toml"
    path.write_text(path.read_text().replace('"1.92"', '"1.93"'))
    result = dlw("--book", tmp_path / "new", "verify")
    assert result.code == 1
    assert "1.01/spread  refuted" in result.out


def test_a_title_may_hold_anything(dlw: Dlw, tmp_path: Path) -> None:
    title = 'All "numbers" \\ bär = [1]'
    assert dlw("init", tmp_path / "new", "--title", title).code == 0
    assert title in dlw("--book", tmp_path / "new", "doctor").out


def test_an_empty_folder_is_taken(dlw: Dlw, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert dlw("init", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["book.toml", "claims", "listings"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_nothing_is_overwritten(dlw: Dlw, tmp_path: Path) -> None:
    for name in ("full", "file"):
        (tmp_path / "full").mkdir(exist_ok=True)
        (tmp_path / "full" / "notes.txt").write_text("mine")
        (tmp_path / "file").write_text("mine")
        result = dlw("init", tmp_path / name)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
        assert "nothing is overwritten" in result.err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_book_named_in_the_environment_does_not_stand_in_the_way(
    dlw: Dlw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLW_BOOK", str(tmp_path / "not-there-yet"))
    assert dlw("init", tmp_path / "not-there-yet").code == 0
    assert dlw("verify").code == 0


def test_notebooks_become_drafts_that_are_never_taken_for_confirmed(
    dlw: Dlw, tmp_path: Path, notebooks: Path
) -> None:
    folder = tmp_path / "drafted"
    paths = sorted(notebooks.glob("*.ipynb"))
    made = dlw("init", folder, "--from", *paths)
    assert (made.code, made.err) == (0, "")
    assert "numbers-1.03.ipynb: 1.03, 15 drafts" in made.out
    assert "tables_2_01.ipynb: 2.01, 10 drafts" in made.out
    assert "silent.ipynb: no draft" in made.out
    assert "46 draft claims" in made.out
    result = dlw("--book", folder, "verify", "--format", "json")
    assert result.code == 0
    report = json.loads(result.out)
    assert report["summary"]["unverified"] == report["summary"]["claims"] == 46
    assert {verdict["ledger"] for verdict in report["verdicts"]} == {"draft"}
    reasons = [verdict["reason"] for verdict in report["verdicts"]]
    assert reasons.count("a draft, which the reference meets") == 45
    assert reasons.count("a draft, which the reference does not meet") == 1
    listed = dlw("--book", folder, "list", "--ledger", "draft").out
    assert "1.03/mean  mean is 2.500  [fast, draft]" in listed
    libraries = tomllib.loads((folder / "book.toml").read_text())["libraries"]
    assert {"numpy", "pandas"} <= set(libraries)


def test_drafts_are_no_errata_and_contradict_no_reviewed_claim(
    dlw: Dlw, tmp_path: Path, notebooks: Path
) -> None:
    folder = tmp_path / "drafted"
    dlw("init", folder, "--from", notebooks / "numbers-1.03.ipynb")
    path = folder / "claims" / "chapter1" / "1.03.toml"
    reviewed = """
[[claim]]
id    = "1.03/reviewed"
where = "step 1"
says  = "there are 12"
of    = "count"
check = { equals = 12 }
"""
    path.write_text(path.read_text() + reviewed)
    for command in (("errata",), ("errata", "check")):
        result = dlw("--book", folder, *command)
        assert (result.code, result.err) == (0, "")
        assert "0 errata and 0 drifts" in result.out


def test_a_reviewed_draft_is_a_claim_like_any_other(
    dlw: Dlw, tmp_path: Path, notebooks: Path
) -> None:
    folder = tmp_path / "drafted"
    dlw("init", folder, "--from", notebooks / "numbers-1.03.ipynb")
    path = folder / "claims" / "chapter1" / "1.03.toml"
    path.write_text(path.read_text().replace("draft = true\n", ""))
    result = dlw("--book", folder, "verify")
    assert result.code == 0
    assert result.out.startswith("15 claims: 15 confirmed")


def test_a_reviewed_draft_can_be_refuted(dlw: Dlw, tmp_path: Path, notebooks: Path) -> None:
    folder = tmp_path / "drafted"
    dlw("init", folder, "--from", notebooks / "numbers-1.03.ipynb")
    path = folder / "claims" / "chapter1" / "1.03.toml"
    reviewed = path.read_text().replace("draft = true\n", "").replace('"2.500"', '"2.600"')
    path.write_text(reviewed)
    result = dlw("--book", folder, "verify")
    assert result.code == 1
    assert "1.03/mean  refuted" in result.out


def test_a_draft_cannot_be_an_erratum_at_once(dlw: Dlw, tmp_path: Path) -> None:
    dlw("init", tmp_path / "new")
    path = tmp_path / "new" / "claims" / "chapter1" / "1.01.toml"
    path.write_text(
        path.read_text()
        + "draft = true\n[claim.erratum]\nright = { equals = 1 }\n"
        'because = "so"\nseverity = "slip"\nreviewed = 2026-01-01\n'.replace('"so"', '"it is so"')
    )
    result = dlw("--book", tmp_path / "new", "verify")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "a draft is reviewed before it is an erratum" in result.err


def test_a_notebook_whose_library_is_not_here_leaves_drafts_not_surprises(
    dlw: Dlw, tmp_path: Path, notebooks: Path
) -> None:
    folder = tmp_path / "drafted"
    dlw("init", folder, "--from", notebooks / "arrays.ipynb")
    path = folder / "listings" / "chapter1" / "exercise_1_01.ipynb"
    path.write_text(path.read_text().replace("import numpy as np", "import not_installed as np"))
    result = dlw("--book", folder, "verify")
    assert result.code == 0
    assert "12: a draft of what the reference does not produce" in result.out


MISUSE = {
    "no folder": (["--from", "a.ipynb"], "Missing argument 'DIR'"),
    "notebooks alone": (["--from", "a.ipynb", "b.ipynb"], "a new book has one folder"),
    "two folders": (["new", "other"], "a new book has one folder"),
    "missing": (["new", "--from", "none.ipynb"], "none.ipynb: it cannot be read"),
    "no notebook": (["new", "--from", "text.ipynb"], "text.ipynb: it is not a notebook"),
    "a folder": (["new", "--from", "."], "it cannot be read"),
    "no outputs": (["new", "--from", "silent.ipynb"], "no notebook holds an output"),
}


@pytest.mark.parametrize("case", MISUSE)
def test_misuse_is_told_in_one_line_and_nothing_is_written(
    dlw: Dlw, tmp_path: Path, notebooks: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.ipynb").write_text("words")
    (tmp_path / "silent.ipynb").write_text((notebooks / "silent.ipynb").read_text())
    before = sorted(tmp_path.iterdir())
    arguments, message = MISUSE[case]
    result = dlw("init", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert message in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_two_notebooks_of_one_number_become_two_units(
    dlw: Dlw, tmp_path: Path, notebooks: Path
) -> None:
    source = (notebooks / "numbers-1.03.ipynb").read_text()
    for name in ("a-1.03", "b-1.03", "Activity 2.1"):
        (tmp_path / f"{name}.ipynb").write_text(source)
    made = dlw("init", tmp_path / "new", "--from", *sorted(tmp_path.glob("*.ipynb"))).out
    assert "Activity 2.1.ipynb: A2.01" in made
    assert "a-1.03.ipynb: 1.03" in made
    assert "b-1.03.ipynb: 1.01" in made
    assert dlw("--book", tmp_path / "new", "verify").code == 0


_VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_VALUES)
def test_what_is_written_as_toml_is_read_again(value: object) -> None:
    assert tomllib.loads(f"value = {toml(value)}") == {"value": value}
