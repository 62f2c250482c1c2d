"""What measuring itself costs, and that pytest-benchmark and ``dlw bench`` say the same."""

import json
import math
import os
from statistics import median

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.test_workloads import measure
from harness.bench.measuring.child import until_done
from harness.bench.measuring.devices import waiting
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.rounds import timed
from harness.bench.measuring.series import Series
from harness.bench.measuring.tasks import Settings, tasks_of
from harness.bench.measuring.trees import here
from harness.bench.workloads import WORKLOADS
from harness.statistics import Draws, prediction_interval

PROCESSES = 12
MOST_OVERHEAD = 0.01


def test_measuring_costs_less_than_one_percent_of_a_round() -> None:
    """The clock, the loop and the waiting of a round in which nothing is done."""
    nothing = until_done(lambda calls: None, waiting("cpu"))
    cost = median(timed(nothing, 1, 10_000, math.inf).seconds)
    shortest = Settings().least_seconds
    print(json.dumps({"seconds a round": cost, "of the shortest round": cost / shortest}))
    assert 0 < cost / shortest < MOST_OVERHEAD


@pytest.mark.parametrize("name", ["pipeline/look-back", "closed/1.03", "predict/2.07"])
def test_this_process_agrees_with_fresh_ones(name: str, benchmark: BenchmarkFixture) -> None:
    """pytest-benchmark's median lies where one more process of ``dlw bench`` would (99 %)."""
    workload, root = WORKLOADS[name], here()
    threads = int(os.environ.get("TF_NUM_INTRAOP_THREADS", os.cpu_count() or 1))
    series = Series(workload, tasks_of(workload, ("head",), root, None, "tensorflow"))
    measurement = Measurement([series], Settings(pairs=PROCESSES, threads=threads), "benchmark")
    measurement.measure(lambda *_: None)
    [core] = measurement.record().cores
    logs = [math.log(np.median(process.rounds)) for process in core.sides["head"]]
    low, high, _ = prediction_interval(Draws(logs))
    measure(workload.head, benchmark)
    here_seconds = benchmark.extra_info["seconds_a_unit"]
    benchmark.extra_info |= {"low": math.exp(low), "high": math.exp(high)}
    print(json.dumps({"pytest-benchmark": here_seconds, "dlw bench": [math.exp(x) for x in logs]}))
    assert math.exp(low) <= here_seconds <= math.exp(high)
