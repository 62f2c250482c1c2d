"""Every workload of ``dlw bench``, timed by pytest-benchmark in this process.

One process is one draw of the machine's memory layout and moods: hold two versions against each
other with ``dlw bench run --against``, whose figures come from many.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from harness.bench.measuring.child import WARM_UP
from harness.bench.measuring.rounds import calibrated
from harness.bench.workloads import WORKLOADS, Way
from harness.bench.workloads.workload import Unavailable
from reference.datasets import DatasetUnavailable

ROUNDS, LEAST_SECONDS = 5, 0.05


@pytest.mark.parametrize("name", WORKLOADS)
def test_workload(name: str, benchmark: BenchmarkFixture) -> None:
    workload = WORKLOADS[name]
    measure(workload.head, benchmark, once=workload.once)
    benchmark.extra_info["work"] = workload.work


@pytest.mark.parametrize("name", [name for name, each in WORKLOADS.items() if each.peer])
def test_listing(name: str, benchmark: BenchmarkFixture) -> None:
    """The listing's way of working."""
    peer = WORKLOADS[name].peer
    assert peer is not None
    measure(peer, benchmark)
    benchmark.extra_info["work"] = WORKLOADS[name].work


def measure(way: Way, benchmark: BenchmarkFixture, *, once: bool = False) -> None:
    """Time rounds of as many calls as ``dlw bench`` would take."""
    try:
        work = way.prepare(seed=0)
    except (Unavailable, DatasetUnavailable) as lack:
        pytest.skip(f"{lack.message}. {lack.hint}")
    calls = 1
    if not once:
        for _ in range(WARM_UP):
            work.run(1)
        calls = calibrated(work.run, LEAST_SECONDS)
    benchmark.pedantic(work.run, args=(calls,), rounds=1 if once else ROUNDS, iterations=1)
    seconds = benchmark.stats.stats.median / (calls * work.units)
    benchmark.extra_info |= {"calls": calls, "units": calls * work.units, "seconds_a_unit": seconds}
    assert seconds > 0
