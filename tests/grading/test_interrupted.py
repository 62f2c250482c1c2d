"""An interrupt ends the run at once, and what was graded stays; a cluster gives the same."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from distributed import LocalCluster

from tests.cli.test_interrupt import LISTENING
from tests.command_line import Dlw
from tests.grading.programs import RIGHT, WRONG
from tests.grading.sandboxed import needs_sandbox

pytestmark = [pytest.mark.xdist_group("grading"), needs_sandbox]
PATIENCE = 60


def test_an_interrupt_keeps_what_was_graded_and_leaves_no_process(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "out"
    folder.mkdir()
    (folder / "a.py").write_text(RIGHT)
    (folder / "b.py").write_text("# Exercise 1.03\nwhile True:\n    pass\n")
    environment = {**os.environ, "DLW_CACHE": str(tmp_path / "cache")}
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, "grade", str(folder), "--out", str(out)],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    finished = out / "a.py" / "result.json"
    deadline = time.monotonic() + PATIENCE
    while not finished.is_file() and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert b"interrupted" in errors
    assert json.loads(finished.read_text())["earned"] == 6
    assert not (out / "b.py").exists()
    assert not Path(f"/proc/{process.pid}").exists()


def test_a_cluster_gives_the_same_results(dlw: Dlw, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for name, text in (("a", RIGHT), ("b", WRONG), ("c", RIGHT + "# again\n")):
        (folder / f"{name}.py").write_text(text)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        dlw("grade", folder, "--cluster", address, "--jobs", "2", "--out", tmp_path / "there")
    dlw("grade", folder, "--out", tmp_path / "here")
    for name in ("a.py", "b.py", "c.py"):
        here, there = (
            json.loads((tmp_path / out / name / "result.json").read_text())
            for out in ("here", "there")
        )
        del here["seconds"], there["seconds"]
        assert here == there
