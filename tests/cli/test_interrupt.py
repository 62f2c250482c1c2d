"""Ctrl-C or its like in the middle: one line, exit code 2, nothing left running, nothing lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A shell starts its background processes deaf to SIGINT, and children inherit that.
LISTENING = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from harness.cli import main
main()
"""


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LISTENING, *arguments],
        cwd=ROOT,
        env=os.environ | {"DLW_CACHE": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_until(condition: Callable[[], bool], limit: float = 120) -> None:
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def ctrl_c(pid: int) -> None:
    os.killpg(pid, signal.SIGINT)


def terminate(pid: int) -> None:
    """What job systems do: to the command alone, and not to the processes it started."""
    os.kill(pid, signal.SIGTERM)


@pytest.mark.parametrize(("end", "jobs"), [(ctrl_c, "1"), (ctrl_c, "2"), (terminate, "2")])
def test_an_interrupt_keeps_what_is_finished_and_leaves_nothing_running(
    tmp_path: Path, end: Callable[[int], None], jobs: str
) -> None:
    running = start(tmp_path, "verify", "1", "--jobs", jobs)
    wait_until(lambda: any((tmp_path / "observations").glob("*.json")))
    end(running.pid)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (2, "")
    assert err.count("\n") == 1
    assert "What was finished is kept" in err
    wait_until(lambda: is_gone(running.pid), limit=10)

    again = start(tmp_path, "verify", "1", "--jobs", jobs, "--format", "json")
    report = json.loads(again.communicate(timeout=240)[0])
    assert report["summary"]["cached"] > 0
    assert report["summary"]["surprises"] == 0
