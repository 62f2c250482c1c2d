"""The command line, called in this process: TensorFlow is imported once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from harness import cli


class Result(NamedTuple):
    code: int
    out: str
    err: str


Dlw = Callable[..., Result]


@pytest.fixture
def dlw(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Dlw:
    """Run ``dlw`` with a cache of its own; returns exit code, output and errors."""
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    for name in ("DLW_DATA_MIRROR", "DLW_OFFLINE"):
        monkeypatch.setenv(name, "")  # registered with monkeypatch, which undoes what dlw sets
        monkeypatch.delenv(name)

    def run(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["dlw", *arguments])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = capsys.readouterr()
        return Result(int(stop.value.code or 0), captured.out, captured.err)

    return run
