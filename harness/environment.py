"""What a measurement rests on: versions and hardware, read without importing anything heavy."""

import os
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from harness.book import current, once_a_book


@cache
def installed(package: str) -> str | None:
    """Installed version; a CPU-only build of TensorFlow counts as TensorFlow."""
    for name in (package, f"{package}-cpu"):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return None


@once_a_book
def versions() -> dict[str, str]:
    """Python's and the book's libraries' versions."""
    return {"python": platform.python_version()} | {
        package: installed(package) or "not installed" for package in current().libraries
    }


@cache
def hardware() -> dict[str, str]:
    """Processor, cores and operating system."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
    }


@cache
def has_avx2() -> bool:
    """Whether NumPy uses the processor's AVX2, with which its sorting orders ties otherwise."""
    import numpy as np

    extensions = np.show_config(mode="dicts")["SIMD Extensions"]
    used = {*extensions["baseline"], *extensions.get("found", ())}
    return not used.isdisjoint({"AVX2", "X86_V3"})  # as NumPy calls it before 2.4 and since


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        return platform.processor() or "unknown"
    return platform.processor() or "unknown"
