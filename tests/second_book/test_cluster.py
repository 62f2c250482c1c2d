"""Workers of a cluster, which were not started from here, judge by the same book."""

import json
from pathlib import Path

import pytest
from distributed import LocalCluster

from tests.command_line import Dlw
from tests.grading.sandboxed import needs_sandbox

PROGRAM = "# Exercise 1.01\nmean, spread, variance = 4.0, 1.2649110640673518, 1.6\n"


@needs_sandbox
@pytest.mark.xdist_group("grading")
def test_a_cluster_measures_and_grades_another_book(dlw: Dlw, copy: Path, tmp_path: Path) -> None:
    (kept,) = (copy / "baselines").glob("*.json")
    measured = json.loads(kept.read_text())["values"]
    kept.unlink()
    (tmp_path / "ann.py").write_text(PROGRAM)
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        where = ("--cluster", cluster.scheduler_address)
        run = dlw("--book", copy, "baseline", "run", "2.01", "--seeds", "20", *where)
        assert (run.code, json.loads(kept.read_text())["values"]) == (0, measured)
        graded = dlw("--book", copy, "grade", tmp_path / "ann.py", "--json", *where)
    assert graded.code == 0
    assert json.loads(graded.out)["earned"] == 3.0
