"""What a submission can see of where the project, its book and its Python lie."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from harness.grading import sandbox
from harness.grading.grader import Grader
from harness.grading.limits import Limits
from harness.grading.pool import Server
from harness.grading.rubric import rubric_for
from harness.grading.submissions import read_submission
from harness.grading.supplies import Supplies
from tests.grading.sandboxed import needs_sandbox

SOURCE = """import os
import numpy as np
for folder in ({here!r}, {inside!r}):
    print(folder, len(os.listdir(folder)) if os.path.isdir(folder) else "nothing")
"""


@needs_sandbox
@pytest.mark.parametrize("book", [False, True])
def test_a_checkout_among_the_libraries_is_hidden_but_for_a_python_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, book: bool
) -> None:
    """Such as one in /usr/local/src, with its .venv in it; pip stands for the checkout."""
    import pip

    checkout = Path(pip.__file__).resolve().parent
    python = checkout / "_internal"
    setting = sandbox.Setting(
        sandbox.Interpreter(Path(sys.executable), (*sandbox.Interpreter.current().folders, python))
    )
    if book:
        own = replace(sandbox.current(), folder=checkout)
        monkeypatch.setattr(sandbox, "current", lambda: own)
    else:
        monkeypatch.setattr(sandbox, "PROJECT", checkout)
    path = tmp_path / "looks.py"
    path.write_text(SOURCE.format(here=str(checkout), inside=str(python)))
    with Server(setting) as server:
        grader = Grader(server, rubric_for(("1.03",), Limits(seconds=60)), Supplies())
        output = grader.grade(read_submission(path)).output
    lines = dict(line.rsplit(" ", 1) for line in output.splitlines())
    assert lines[str(checkout)] == "1"
    assert int(lines[str(python)]) > 1
