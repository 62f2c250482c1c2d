"""The largest memory of each training core, in a process of its own."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.memory import WORK

SECONDS = 45  # of each training, by which its data and several updates have been in memory
LIMIT = 4 * 2**20  # KiB


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from Linux's /proc")
@pytest.mark.parametrize("unit", WORK)
def test_a_core_stays_under_four_gibibytes(
    unit: str, record_property: Callable[[str, object], None]
) -> None:
    peak = 0
    with subprocess.Popen([sys.executable, "-m", "benchmarks.memory", unit]) as process:
        until = time.monotonic() + SECONDS
        while process.poll() is None and time.monotonic() < until:
            # Read again and again: the last one before the end counts; one that has ended has none.
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak = max([peak, *map(int, re.findall(r"VmHWM:\s+(\d+) kB", status))])
            time.sleep(0.2)
        process.kill()
    assert process.returncode in (0, -9)
    record_property("peak", f"{unit:>8}  at most {peak / 2**20:.1f} GiB of memory")
    assert 0 < peak < LIMIT
