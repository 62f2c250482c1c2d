"""The worked examples of docs/benchmarks.md are true."""

import doctest
from pathlib import Path

import pytest

from harness.bench.judging.gate import EXIT_CODES

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def test_every_example_gives_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins._", None, raising=False)  # taken away again: doctest leaves one
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.FAIL_FAST)
    assert found.failed == 0
    assert found.attempted > 20


def test_the_page_has_every_exit_code_of_the_gate() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    for answer, code in EXIT_CODES.items():
        assert any(line.startswith(f"| {code} | {answer} |") for line in lines)
