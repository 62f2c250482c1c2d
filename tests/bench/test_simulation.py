"""The simulation: draws as their model says, others' rules as theirs, error rates as promised."""

import json

import numpy as np
import pytest
from scipy import stats

from harness.bench.judging import levels
from harness.bench.judging.family import holm
from harness.bench.judging.stages import TOLERATED, confirmed, looks, screened
from harness.bench.simulation.histories import (
    COURSES,
    HOURS,
    STEADY,
    Shape,
    simulate_histories,
)
from harness.bench.simulation.noise import NOISES, Noise, Size, draw
from harness.bench.simulation.peers import RULES, asv, flags, pyperf, pytest_benchmark
from harness.bench.simulation.rates import ONE_STAGE, TWO_STAGES, Design, simulate
from tests.bench.builders import core, noisy
from tests.command_line import Dlw


def drawn(noise: Noise, slower: float = 0.0) -> np.ndarray:
    return draw(np.random.default_rng(0), noise, Size(200, 5, 12), slower)


def test_spreads_of_the_draws_are_those_of_the_model() -> None:
    times = drawn(Noise("", within=0.005, between=0.02))
    assert times.shape == (2, 200, 5, 12, 5)
    assert times.std(axis=-1, ddof=1).mean() == pytest.approx(0.005, rel=0.1)
    assert times.mean(axis=-1).std() == pytest.approx(0.02, rel=0.1)


def test_the_head_is_slower_by_what_was_asked() -> None:
    base, head = drawn(Noise("", within=0.005, between=0.02), slower=0.1)
    assert (head - base).mean() == pytest.approx(0.1, abs=0.002)


def test_pairs_feel_less_of_a_wandering_machine_than_runs_do() -> None:
    base, head = drawn(Noise("", within=0.001, between=0.001, wander=0.02)).mean(axis=-1)
    assert (head - base).std() < base.std() / 2
    assert (head - base).mean() == pytest.approx(0, abs=0.001)  # turns cancel what is left


@pytest.mark.parametrize("name", NOISES)
def test_every_committed_noise_is_without_a_bias(name: str) -> None:
    base, head = np.median(drawn(NOISES[name]), axis=-1)
    assert (head - base).mean() == pytest.approx(0, abs=0.003)


def test_the_rule_of_pyperf_is_students_test() -> None:
    base, head = np.exp(drawn(NOISES["quiet"])).reshape(2, 1000, -1)
    expected = (stats.ttest_ind(base, head, axis=1).pvalue <= 0.05) & (
        head.mean(axis=1) > base.mean(axis=1)
    )
    np.testing.assert_array_equal(pyperf(base, head), expected)


def test_the_rules_of_the_others_on_values_done_by_hand() -> None:
    base = np.array([1.0, 1.1, 0.9, 1.0, 1.0, 1.05, 0.95, 1.0])
    assert pytest_benchmark(base, base * 1.06)
    assert not pytest_benchmark(base, base * 1.04)
    assert asv(base, base * 1.3).tolist() == [True]
    assert asv(base, base * 1.09).tolist() == [False]  # below the factor, however sure
    assert asv(base[:3], base[:3] * 1.3).tolist() == [False]  # too few for p < 0.002


def test_the_rules_of_the_others_on_a_record() -> None:
    slow = core("a", {"base": noisy(12, 1), "head": noisy(12, 2, slower=1.3)})
    assert flags(slow) == dict.fromkeys(RULES, True)
    same = core("a", {"base": noisy(12, 1), "head": noisy(12, 1)})
    assert flags(same) == dict.fromkeys(RULES, False)


def test_error_rates_on_every_noise() -> None:
    design = Design(cores=20, pairs=8, confirming=10)
    for noise in NOISES.values():
        rates = simulate(noise, design, runs=300, slowdowns=(0.2,), seed=1)
        for ours in (ONE_STAGE, TWO_STAGES):
            assert rates.alarms(ours).share <= 0.01 + 0.02
        assert rates.alarms("pyperf").share > 0.5
        assert rates.misses(TWO_STAGES, 0.2).share < 0.2
        assert rates.misses(TWO_STAGES, 0.2).share <= rates.misses(ONE_STAGE, 0.2).share


SMALL = Shape(cores=8, runs=24)


@pytest.mark.parametrize("name", HOURS)
def test_histories_without_a_change_make_hardly_an_alarm(name: str) -> None:
    steady = simulate_histories(HOURS[name], COURSES[STEADY], SMALL, count=60, seed=2)
    assert steady.alarms.share <= 2 / 60
    jump = simulate_histories(HOURS[name], COURSES["jump"], SMALL, count=20, seed=3)
    assert jump.misses.share <= 0.25
    assert jump.alarms.share <= 2 / 20


def test_a_creep_is_found_in_a_history() -> None:
    creep = simulate_histories(HOURS["independent"], COURSES["creep"], SMALL, count=20, seed=4)
    assert creep.misses.share <= 0.25


def test_the_command_simulates_histories_when_asked(dlw: Dlw) -> None:
    options = ["--runs", 5, "--cores", 2, "--noise", "quiet", "--histories", 2]
    found = json.loads(dlw("bench", "simulate", *options, "--format", "json").out)
    assert [(each["hours"], each["course"]) for each in found["histories"]] == [
        (hours, course) for hours in HOURS for course in COURSES
    ]
    assert "2 histories of 30 runs" in dlw("bench", "simulate", *options).out


def test_the_command_simulates(dlw: Dlw) -> None:
    options = ["--runs", 20, "--cores", 3, "--noise", "quiet"]
    found = json.loads(dlw("bench", "simulate", *options, "--format", "json").out)
    assert [each["rule"] for each in found["rates"]] == [ONE_STAGE, TWO_STAGES, *RULES]
    assert "| quiet | pyperf |" in dlw("bench", "simulate", *options, "--format", "markdown").out
    assert "20 runs of 3 cores" in dlw("bench", "simulate", *options).out
    unknown = dlw("bench", "simulate", "--noise", "loud")
    assert (unknown.code, unknown.err.count("\n")) == (2, 1)


def test_a_screen_that_ends_early_finds_as_much_as_it_says() -> None:
    """In the noise of a machine of one's own nearly all of 10 %, though it may end at six pairs."""
    noise = np.random.default_rng(0).normal(0, 0.03, (20_000, 12))
    early = screened(noise + np.log(1.1), 12, 0.1)
    assert (early < levels.SUSPECT).mean() > 0.97
    all_pairs = screened(noise + np.log(1.1), 12, None)
    assert (early != all_pairs).mean() > 0.5  # most ended before the last pair


def test_a_second_stage_that_ends_early_makes_no_more_false_alarms() -> None:
    """Looked at after 6, 9, 12, 15 and 18 pairs; without a correction it makes too many."""
    generator = np.random.default_rng(0)
    noise = generator.normal(TOLERATED, 0.02, (200_000, 18))
    found = confirmed(noise, 0.01, np.ones(len(noise), dtype=int))
    assert (found < levels.PAIRED).mean() < levels.PAIRED
    assert (found / len(looks(18)) < levels.PAIRED).mean() > levels.PAIRED


def test_a_core_of_several_in_a_second_stage_is_not_left_before_it_is_proven() -> None:
    """Each of ten ends at a tenth of the level, so that the correction over them flags it still."""
    slow = np.random.default_rng(0).normal(np.log(1.2), 0.03, (500, 10, 18))
    found = holm(confirmed(slow, 0.1, np.full((500, 10), 10)))
    assert (found < levels.PAIRED).mean() > 0.99
