"""``dlw baseline run --cluster``: every seed is measured, whichever Dask workers are lost."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from harness import baselines
from harness.commands import baseline as command
from tests.command_line import Dlw


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """Three workers on this machine, each a process of its own."""
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None) as workers:
        yield workers


def test_a_worker_killed_in_the_middle_costs_no_seed(
    dlw: Dlw, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch, own_baselines: Path
) -> None:
    with Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
    saved = []

    def save_and_kill(measured: baselines.Baseline) -> None:
        if not saved:
            os.kill(victim, signal.SIGKILL)
        saved.append(baselines.save_baseline(measured))

    monkeypatch.setattr(command, "save_baseline", save_and_kill)
    arguments = ("--seeds", "8", "--jobs", "3", "--cluster", cluster.scheduler_address)
    result = dlw("baseline", "run", "A2.01", *arguments)
    assert result.code == 0
    assert len(saved) == 8
    assert sorted(json.loads(saved[-1].read_text())["seeds"]) == list(range(8))


def test_a_scheduler_that_does_not_answer_is_told(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch, own_baselines: Path
) -> None:
    monkeypatch.setattr("harness.processes.CONNECT_SECONDS", 1)
    result = dlw("baseline", "run", "A2.01", "--seeds", "5", "--cluster", "tcp://127.0.0.1:9")
    assert result.code == 2
    assert "no Dask scheduler answers at 'tcp://127.0.0.1:9'" in result.err
