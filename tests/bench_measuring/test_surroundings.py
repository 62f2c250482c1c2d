"""GPUs and counters, where there are any."""

from pathlib import Path

import pytest

from harness.bench.measuring.instructions import Counter
from harness.bench.measuring.surroundings import available_threads, gpus
from harness.bench.records import Gpu


def tool(folder: Path, printed: str, code: int = 0) -> None:
    path = folder / "nvidia-smi"
    path.write_text(f"#!/bin/sh\necho '{printed}'\nexit {code}\n")
    path.chmod(0o755)


def test_a_gpu_is_described_as_its_driver_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path, "NVIDIA T4, 550.54, 15360, 585, 1590, 70.00, 0x0000000000000004")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("NVIDIA_TF32_OVERRIDE", raising=False)
    assert gpus() == (
        Gpu(
            name="NVIDIA T4",
            driver="550.54",
            memory_bytes=15360 * 2**20,
            clock_mhz=585,
            max_clock_mhz=1590,
            power_limit_watts=70,
            throttled=True,
        ),
    )


def test_what_a_driver_does_not_tell_is_null(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path, "GRID, 550.54, [N/A], [N/A], [N/A], [N/A], [N/A]")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    [gpu] = gpus()
    assert (gpu.memory_bytes, gpu.clock_mhz, gpu.throttled) == (None, None, None)


def test_a_tool_that_fails_shows_no_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "no devices were found", code=6)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert gpus() == ()


def test_instructions_are_counted_or_null() -> None:
    with Counter() as counter:
        first = counter.read()
        sum(range(100_000))
        second = counter.read()
    assert (first is None and second is None) or second > first >= 0


def test_threads_are_those_that_may_be_used() -> None:
    assert available_threads() >= 1
