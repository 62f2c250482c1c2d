"""Cores that are plain Keras run where TensorFlow is not installed."""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.bench_measuring.fakes import ROOT

OTHERS = [name for name in ("jax", "torch") if find_spec(name)]
WITHOUT_TENSORFLOW = """
import sys
from importlib.machinery import PathFinder

class Hidden:
    @staticmethod
    def find_spec(name, path, target=None):
        found = name.partition(".")[0] == "tensorflow"
        return None if found else PathFinder.find_spec(name, path, target)

sys.meta_path = [Hidden if each is PathFinder else each for each in sys.meta_path]
from harness.bench.measuring.absent import stand_in
"""


def python(program: str, backend: str = "jax") -> subprocess.CompletedProcess[str]:
    """A Python that cannot find TensorFlow."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_TENSORFLOW + program],
        env={
            **os.environ,
            "KERAS_BACKEND": backend,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not OTHERS, reason="Keras has one backend here: pip install jax")
@pytest.mark.parametrize("backend", OTHERS)
def test_the_portable_cores_can_be_built_trained_and_asked(backend: str) -> None:
    done = python(
        "import keras\n"
        "stand_in()\n"
        "from harness.bench.workloads import WORKLOADS\n"
        "for name in ('predict/2.07', 'train/2.07'):\n"
        "    work = WORKLOADS[name].peer.prepare(0)\n"
        "    work.run(1)\n"
        "    print(name, work.batch, work.flops > 0)\n"
        "assert 'tensorflow.python' not in sys.modules",
        backend,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == "predict/2.07 32 True\ntrain/2.07 32 True\n"


def test_calling_tensorflow_says_that_it_is_missing() -> None:
    done = python("stand_in()\nimport tensorflow as tf\ntf.constant(1)")
    assert "constant needs TensorFlow, which is not installed" in done.stderr
