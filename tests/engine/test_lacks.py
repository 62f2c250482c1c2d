"""What a stage needs and is not here leaves its claims unverified, with the way to change that."""

import os
import subprocess
import sys

import pytest

from harness.environment import has_avx2
from harness.units import Stage
from harness.verify import Settings, observe_all


def test_a_stage_that_needs_a_gpu_is_not_run_on_the_processor() -> None:
    stage = Stage("reference.chapter3.no_such_module", "run", tier="full", needs=("gpu",))
    [(_, observed)] = observe_all([stage], Settings(device="cpu"))
    assert observed.unavailable == "it needs a GPU"
    assert observed.remedy == "Run it with --device gpu"


def test_what_differs_without_avx2_is_not_judged_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("harness.environment.has_avx2", lambda: False)
    stage = Stage("reference.chapter4.no_such_module", "run", needs=("avx2",))
    [(_, observed)] = observe_all([stage], Settings())
    assert observed.unavailable == "NumPy finds no AVX2 in this processor"


def test_avx2_is_what_numpy_finds() -> None:
    find = "from harness.environment import has_avx2; print(has_avx2())"
    without = {**os.environ, "NPY_DISABLE_CPU_FEATURES": "AVX2 X86_V3 X86_V4"}
    found = [
        subprocess.run([sys.executable, "-c", find], env=variables, capture_output=True, text=True)
        for variables in (os.environ, without)
    ]
    assert [one.stdout.strip() for one in found] == [str(has_avx2()), "False"]
