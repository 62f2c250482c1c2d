"""What docs/another-book.md tells a stranger to type works, in its order."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grading.sandboxed import needs_sandbox

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "another-book.md").read_text("utf-8")
# A fence's first word is its language; a file's path follows it.
FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@needs_sandbox
@pytest.mark.xdist_group("grading")
def test_the_page_is_followed_from_its_first_command_to_its_last(
    tmp_path: Path, notebooks: Path
) -> None:
    shutil.copy(notebooks / "numbers-1.03.ipynb", tmp_path / "first.ipynb")
    environment = os.environ | {"DLW_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    environment.pop("DLW_BOOK", None)
    shown = []
    for language, name, text in FENCE.findall(PAGE):
        if name:
            (tmp_path / name).write_text(text, "utf-8")
        for line in text.splitlines() if language == "sh" else ():
            done = subprocess.run(
                line.replace("dlw", f"{sys.executable} -m harness.cli", 1),
                shell=True,
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, ""), (line, done)
            shown.append((line, done.stdout))
    outputs = dict(shown)
    assert len(shown) == 13
    assert "2 claims: 2 confirmed" in outputs["dlw --book mybook verify 1.02"]
    assert "0.333 is rounded down" in outputs["dlw --book mybook errata"]
    assert "1 claims: 1 confirmed" in outputs["dlw --book mybook verify 1.04"]
    assert "15 draft claims" in outputs["dlw init drafted --from first.ipynb"]


def test_every_file_of_the_page_is_named_in_its_text() -> None:
    for _, name, _ in FENCE.findall(PAGE):
        assert not name or f"`{name}`" in PAGE
