"""How much faster the compiled loops are than the listings' way of working."""

import time

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.adversarial import ADVERSARIAL
from benchmarks.contest import Contest
from benchmarks.fitted import FITTED
from benchmarks.full_batch import FULL_BATCH
from benchmarks.pictures import PICTURES
from benchmarks.windows import WINDOWS

BY_CHANCE = 1.5  # from other starts the same training ends with losses so far apart


def named(contest: Contest) -> str:
    return contest.unit


@pytest.mark.parametrize("contest", FULL_BATCH, ids=named)
def test_full_batch(contest: Contest, benchmark: BenchmarkFixture) -> None:
    run(contest, benchmark, "full-batch loops")


@pytest.mark.parametrize("contest", FITTED, ids=named)
def test_fitted(contest: Contest, benchmark: BenchmarkFixture) -> None:
    run(contest, benchmark, "mini-batch loops")


@pytest.mark.parametrize("contest", PICTURES, ids=named)
def test_pictures(contest: Contest, benchmark: BenchmarkFixture) -> None:
    run(contest, benchmark, "picture loops")


@pytest.mark.parametrize("contest", ADVERSARIAL, ids=named)
def test_adversarial(contest: Contest, benchmark: BenchmarkFixture) -> None:
    run(contest, benchmark, "adversarial loops")


@pytest.mark.parametrize("contest", WINDOWS, ids=named)
def test_windows(contest: Contest, benchmark: BenchmarkFixture) -> None:
    run(contest, benchmark, "windows of a series")


def run(contest: Contest, benchmark: BenchmarkFixture, group: str) -> None:
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
