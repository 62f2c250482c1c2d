"""What a verdict costs once its observation is there: reading claims, checking, the ledger."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from harness import claim_files
from harness.claim_files import select
from harness.claims import Claim
from harness.observe import Observed
from harness.units import Stage
from harness.verify import Settings, judge_all, observe_all


@pytest.fixture(scope="module")
def observed() -> dict[Stage, tuple[list[Claim], Observed]]:
    """Claims of the chapters' sections and exercises that need no data, with what they speak of."""
    by_stage: dict[Stage, list[Claim]] = {}
    for claim in select(["1", "2"], ("fast",)):
        if not claim.needs:
            by_stage.setdefault(claim.stage, []).append(claim)
    stages = observe_all(list(by_stage), Settings())
    return {stage: (by_stage[stage], observation) for stage, observation in stages}


def test_judging(
    observed: dict[Stage, tuple[list[Claim], Observed]], benchmark: BenchmarkFixture
) -> None:
    def judge_everything() -> int:
        return sum(len(judge_all(claims, seen)) for claims, seen in observed.values())

    benchmark.group = "the harness"
    judged = benchmark(judge_everything)
    assert judged == sum(len(claims) for claims, _ in observed.values()) > 0
    benchmark.extra_info["milliseconds_a_claim"] = benchmark.stats.stats.median / judged * 1e3


def test_reading_claims(benchmark: BenchmarkFixture) -> None:
    def read_everything() -> int:
        claim_files.claims.cache_clear()
        claim_files._parse.cache_clear()
        return len(claim_files.claims())

    benchmark.group = "the harness"
    read = benchmark(read_everything)
    assert read > 0
    benchmark.extra_info["milliseconds_a_claim"] = benchmark.stats.stats.median / read * 1e3
