"""Where a run is measured: processor, memory, load, libraries, GPUs, and the code's commit."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

from harness.bench.measuring.trees import git
from harness.bench.records import Environment, Gpu
from harness.environment import hardware, installed, versions
from harness.errors import UsageError

GOVERNOR = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
ALSO = ("torch", "jax", "scipy")
QUERY = "name,driver_version,memory.total,clocks.sm,clocks.max.sm,power.limit"
NO_THROTTLING = {"0x0000000000000000", "0x0000000000000001"}  # none, or idle


def surroundings(root: Path, device: str = "cpu") -> Environment:
    """Read now, at the start of a run on the code in ``root``."""
    others = {name: found for name in ALSO if (found := installed(name))}
    about = hardware()
    return Environment(
        processor=about["processor"],
        cores=os.cpu_count() or 1,
        system=about["system"],
        governor=_text(GOVERNOR),
        memory_bytes=_memory(),
        load=_load(),
        versions=versions() | others,
        gpus=gpus() if device == "gpu" else (),
        commit=_commit(root),
        dirty=_dirty(root),
    )


def gpus() -> tuple[Gpu, ...]:
    """The visible GPUs as NVIDIA's tool tells of them; none without it."""
    if shutil.which("nvidia-smi") is None:
        return ()
    reasons = "clocks_event_reasons.active"
    command = ["nvidia-smi", f"--query-gpu={QUERY},{reasons}", "--format=csv,noheader,nounits"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines() if done.returncode == 0 else []
    return tuple(_gpu([field.strip() for field in line.split(",")]) for line in lines)


def _gpu(fields: list[str]) -> Gpu:
    name, driver, memory, clock, most, power, reasons = fields
    mebibytes = _number(memory)
    tf32 = os.environ.get("NVIDIA_TF32_OVERRIDE")
    return Gpu(
        name=name,
        driver=driver,
        memory_bytes=None if mebibytes is None else int(mebibytes) * 2**20,
        clock_mhz=_number(clock),
        max_clock_mhz=_number(most),
        power_limit_watts=_number(power),
        throttled=reasons not in NO_THROTTLING if reasons.startswith("0x") else None,
        tf32=None if tf32 is None else tf32 != "0",
    )


def available_threads() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(text: str) -> float | None:
    with contextlib.suppress(ValueError):
        return float(text)
    return None


def _text(path: Path) -> str | None:
    with contextlib.suppress(OSError):
        return path.read_text().strip() or None
    return None


def _memory() -> int | None:
    with contextlib.suppress(OSError, ValueError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return None


def _load() -> tuple[float, float, float] | None:
    with contextlib.suppress(OSError):
        return os.getloadavg()
    return None


def _commit(root: Path) -> str | None:
    """None where the code is in no repository: installed from a wheel."""
    with contextlib.suppress(UsageError):
        return git(root, "rev-parse", "HEAD")
    return None


def _dirty(root: Path) -> bool | None:
    with contextlib.suppress(UsageError):
        return bool(git(root, "status", "--porcelain", "--", "reference", "harness", "fixtures"))
    return None
