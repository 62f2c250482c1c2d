"""Another book than the embedded one: the same commands on a plain folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.grading import sandbox
from tests.command_line import Dlw
from tests.grading.sandboxed import needs_sandbox

ROOT = Path(__file__).parents[2]
RIGHT = """
# Exercise 1.01
import numpy as np
numbers = np.array([2, 4, 4, 4, 6])
average, std, variance = numbers.mean(), numbers.std(), numbers.var()

# Exercise 1.02
A = np.array([[1, 2], [3, 4]])
B = np.array([[0, 1], [1, 0]])
product = A @ B
determinant = np.linalg.det(A)
"""
MISPRINTED = RIGHT.replace("numbers.var()", "2.0")  # as the book has it, which is wrong
PEEKING = """
# Exercise 1.01
import tomllib
with open({claims!r}, "rb") as file:
    mean = tomllib.load(file)["claim"][0]["check"]["equals"]
"""
COPIED = RIGHT.replace("A @ B", "np.array([[2, 1], [4, 3]])")


def test_every_claim_stands_as_its_ledger_says(dlw: Dlw, book: Path) -> None:
    result = dlw("--book", book, "verify", "--format", "json")
    assert (result.code, result.err) == (0, "")
    verdicts = json.loads(result.out)["verdicts"]
    assert {verdict["claim"]: verdict["status"] for verdict in verdicts} == {
        "S1.common-values/one": "confirmed",
        "S1.common-values/tie": "refuted",
        "1.01/mean": "confirmed",
        "1.01/spread": "confirmed",
        "1.01/variance": "refuted",
        "1.02/product": "confirmed",
        "1.02/determinant": "confirmed",
        "2.01/share-of-heads": "confirmed",
        "2.02/wettest-month": "confirmed",
        "2.02/storms": "unverified",
    }
    assert {verdict["ledger"] for verdict in verdicts if verdict["status"] == "refuted"} == {
        "erratum",
        "drift",
    }


def test_the_option_stands_before_or_after_the_command_or_in_the_environment(
    dlw: Dlw, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dlw("--book", book, "list")
    assert before.out.endswith("10 claims in 5 units\n")
    assert dlw("list", "--book", book) == before
    assert dlw("list", f"--book={book}") == before
    monkeypatch.setenv("DLW_BOOK", str(book))
    assert dlw("list") == before


def test_the_embedded_book_is_at_hand_again_afterwards(
    dlw: Dlw, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dlw("--book", book, "show", "1.01/mean").code == 0
    monkeypatch.delenv("DLW_BOOK")
    assert dlw("show", "1.01/mean").code == 2
    assert dlw("show", "1.02/result").code == 0


def test_a_claim_is_shown_with_its_reference_its_era_and_its_place(dlw: Dlw, copy: Path) -> None:
    out = dlw("--book", copy, "show", "S1.common-values/tie").out
    assert "handful.chapter1.sections.common_values()" in out
    assert "raised StatisticsError: no unique mode" in out
    assert "copy/claims/chapter1/sections.toml:13" in out
    assert f"`dlw --book {copy} verify S1.common-values/tie --tier fast`" in out


def test_errata_and_drift_are_told_apart_by_the_books_own_eras(dlw: Dlw, book: Path) -> None:
    dlw("--book", book, "verify")
    matrix = dlw("--book", book, "era", "matrix")
    assert (matrix.code, "no contradictions" in matrix.out) == (0, True)
    errata = json.loads(dlw("--book", book, "errata", "--format", "json").out)
    assert {entry["claim"]: entry["kind"] for entry in errata["entries"]} == {
        "S1.common-values/tie": "drift",
        "1.01/variance": "erratum",
    }


def test_a_ledger_that_an_era_contradicts_fails_the_matrix(dlw: Dlw, copy: Path) -> None:
    path = copy / "eras" / "book.json"
    path.write_text(
        path.read_text("utf-8").replace('"1.01/mean": 4.0', '"1.01/mean": 5.0'), "utf-8"
    )
    matrix = dlw("--book", copy, "era", "matrix", "1.01", "--format", "json")
    told = json.loads(matrix.out)
    assert (matrix.code, told["summary"]["contradictions"]) == (1, 1)
    [fault] = [one for one in told["claims"] if one["contradiction"]]
    assert (fault["claim"], fault["conclusion"]) == ("1.01/mean", "erratum")
    assert fault["outcomes"] == {"book": "not met", "today": "met"}
    assert "CONTRADICTIONS\n  1.01/mean: " in dlw("--book", copy, "era", "matrix", "1.01").out


def test_the_report_is_of_this_book_alone(dlw: Dlw, book: Path, tmp_path: Path) -> None:
    assert dlw("--book", book, "report", "build", tmp_path / "site").code == 0
    pages = {path.name: path.read_text() for path in (tmp_path / "site").rglob("*.html")}
    assert "A Handful of Numbers" in pages["index.html"]
    assert {"1.01.html", "1.02.html", "2.01.html", "2.02.html"} < pages.keys()
    assert "1.01/variance" in pages["errata.html"]
    assert not any("Deep Learning Workshop" in page for page in pages.values())


def test_data_sets_are_the_books_own(dlw: Dlw, book: Path) -> None:
    listed = dlw("--book", book, "data", "list").out
    assert f"here: {book / 'samples' / 'rainfall.csv'}" in listed
    assert "not here: data set storms is not here" in listed
    assert "iris" not in listed
    assert "content as registered" in dlw("--book", book, "data", "check", "rainfall").out


def test_the_doctor_speaks_of_the_books_own_libraries(dlw: Dlw, book: Path) -> None:
    out = dlw("--book", book, "doctor").out
    assert "A Handful of Numbers" in out
    assert "numpy" in out
    assert "tensorflow" not in out


def test_a_baseline_is_measured_into_the_books_folder(dlw: Dlw, copy: Path) -> None:
    (kept,) = (copy / "baselines").glob("*.json")
    measured = json.loads(kept.read_text())["values"]
    kept.unlink()
    unverified = dlw("--book", copy, "verify", "2.01").out
    remedy = f"dlw --book {copy} baseline run 2.01 --tier fast"
    assert f"to verify: {remedy}" in unverified
    assert dlw(*remedy.split()[1:], "--seeds", "20", "--jobs", "2").code == 0
    assert json.loads(kept.read_text())["values"] == measured
    assert "20 seeds" in dlw("--book", copy, "baseline", "show", "2.01").out


def test_a_program_of_its_own_sees_the_same_book_in_every_process(
    book: Path, tmp_path: Path
) -> None:
    environment = os.environ | {
        "DLW_BOOK": book.name,
        "DLW_CACHE": str(tmp_path / "cache"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "harness.cli", "verify", "--jobs", "2", "--format", "json"],
        cwd=book.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["confirmed"] == 7


@needs_sandbox
@pytest.mark.xdist_group("grading")
def test_submissions_are_marked_by_the_books_claims_and_references(
    dlw: Dlw, book: Path, tmp_path: Path
) -> None:
    folder, out = tmp_path / "class", tmp_path / "out"
    folder.mkdir()
    peeking = PEEKING.format(claims=str(book / "claims" / "chapter1" / "1.01.toml"))
    programs = {"right": RIGHT, "misprinted": MISPRINTED, "copied": COPIED, "peeking": peeking}
    for name, text in programs.items():
        (folder / f"{name}.py").write_text(text)
    assert dlw("--book", book, "grade", folder, "--out", out).code == 1
    found = {
        path.parent.name: {
            mark["claim"]: mark["outcome"]
            for unit in json.loads(path.read_text())["units"]
            for mark in unit["marks"]
        }
        for path in out.glob("*/result.json")
    }
    right = dict.fromkeys(
        ("1.01/mean", "1.01/spread", "1.01/variance", "1.02/product", "1.02/determinant"), "right"
    )
    assert found == {
        "right.py": right,
        "misprinted.py": right | {"1.01/variance": "wrong"},
        "copied.py": right | {"1.02/product": "suspicious"},
        "peeking.py": dict.fromkeys(list(right)[:3], "error"),
    }


def test_a_book_that_lies_among_the_libraries_is_hidden_from_submissions(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DLW_BOOK", str(copy))
    python = sandbox.Interpreter(Path(sys.executable), (copy.parent,))
    assert copy in sandbox._hidden(sandbox.Setting(python))
    elsewhere = sandbox.Interpreter(Path(sys.executable), (copy / "claims",))
    assert copy not in sandbox._hidden(sandbox.Setting(elsewhere))


def test_a_rubric_of_the_book_knows_its_units_and_title(
    dlw: Dlw, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from harness.grading.rubric import load_rubric

    monkeypatch.setenv("DLW_BOOK", str(book))
    path = tmp_path / "rubric.toml"
    path.write_text('[units."1.01"]\npoints = 3\n')
    assert load_rubric(path).title == "A Handful of Numbers"
    path.write_text('[units."1.03"]\npoints = 3\n')
    result = dlw("grade", path, "--rubric", path)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "unit '1.03' has nothing to grade" in result.err
