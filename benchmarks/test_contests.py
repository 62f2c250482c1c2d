"""How much faster the compiled loops are than the listings' way of working."""

import time

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from harness.bench.workloads.contests.adversarial import ADVERSARIAL
from harness.bench.workloads.contests.contest import Contest
from harness.bench.workloads.contests.fitted import FITTED
from harness.bench.workloads.contests.full_batch import FULL_BATCH
from harness.bench.workloads.contests.pictures import PICTURES
from harness.bench.workloads.contests.windows import WINDOWS

BY_CHANCE = 1.5  # from other starts the same training ends with losses so far apart
GROUPS = {
    "full-batch loops": FULL_BATCH,
    "mini-batch loops": FITTED,
    "picture loops": PICTURES,
    "adversarial loops": ADVERSARIAL,
    "windows of a series": WINDOWS,
}


@pytest.mark.parametrize(
    ("group", "contest"),
    [
        pytest.param(group, contest, id=f"{group}, {contest.unit}")
        for group, contests in GROUPS.items()
        for contest in contests
    ],
)
def test_contest(group: str, contest: Contest, benchmark: BenchmarkFixture) -> None:
    """Let the two sides take turns, tracing included, and hold what they learned side by side."""
    peer_seconds: list[float] = []
    learned: list[np.ndarray] = []

    def peer() -> None:
        start = time.perf_counter()
        learned.append(contest.peer(contest.peer_steps))
        peer_seconds.append((time.perf_counter() - start) * contest.steps / contest.peer_steps)

    benchmark.group = group
    found = benchmark.pedantic(contest.reference, setup=peer, rounds=contest.rounds, iterations=1)
    ratio = float(np.median(peer_seconds)) / benchmark.stats.stats.median
    benchmark.extra_info |= {
        "unit": contest.unit,
        "group": group,
        "peer_seconds": peer_seconds,
        "peer_steps": contest.peer_steps,
        "peer_over_reference": ratio,
    }
    assert ratio > 1
    if contest.same_numbers and contest.peer_steps == contest.steps:
        np.testing.assert_allclose(found, learned[-1], rtol=1e-6)
    if contest.last_loss:
        losses = [each[-1] for each in learned]
        benchmark.extra_info |= {"last_loss": found[-1], "peer_last_losses": losses}
        assert found[-1] < BY_CHANCE * np.mean(losses)
