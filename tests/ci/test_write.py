"""``dlw verify --write FORMAT=FILE``: one run for the terminal and for machines."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.cli.options import FORMAT_NAMES
from harness.report import FORMATS
from tests.command_line import Dlw


def test_every_format_has_a_name_for_the_command_line() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES


def test_one_run_prints_text_and_writes_each_format(dlw: Dlw, tmp_path: Path) -> None:
    writes = {name: tmp_path / "new folder" / f"verdicts.{name}" for name in FORMATS}
    options = [word for name, path in writes.items() for word in ("--write", f"{name}={path}")]
    result = dlw("verify", "1.02", *options)
    assert (result.code, result.err) == (0, "")
    assert "no surprises" in result.out.splitlines()[-1]
    assert writes["text"].read_text("utf-8") == result.out
    assert json.loads(writes["json"].read_text("utf-8"))["summary"]["surprises"] == 0
    assert ET.parse(writes["junit"]).getroot().attrib["failures"] == "0"
    assert json.loads(writes["sarif"].read_text("utf-8"))["runs"][0]["results"] == []
    assert writes["markdown"].read_text("utf-8").startswith("# Verdicts")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--write", "sarif"], "names no file. Write it so: --write sarif=FILE"),
        (["--write", "sariff=x"], "unknown format 'sariff'. Did you mean sarif?"),
        (["--write", "json=x", "--write", "junit=x"], "x is to be written twice"),
        (["--write", "json=."], "cannot be written: it is a folder"),
        (["--write", "json=/dev/null/x"], "cannot be written: "),
    ],
)
def test_a_file_that_cannot_be_written_is_told_before_anything_runs(
    dlw: Dlw, options: list[str], message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = dlw("verify", "1.02", *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1
    assert list(tmp_path.rglob("*.*")) == []
