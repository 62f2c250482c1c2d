"""The intervals cover as often as they promise; the promise is measured, with scipy as oracle."""

import numpy as np
import pytest
from scipy import stats

from harness.statistics import (
    LEVEL,
    MIN_PAIRS,
    MIN_SEEDS,
    Draws,
    mean_interval,
    prediction_interval,
    student_quantile,
)

REPEATS = 4000


def misses(draw, seeds: int, repeats: int = REPEATS) -> int:
    """How often one new draw falls outside the interval of ``seeds`` draws."""
    outside = 0
    for _ in range(repeats):
        *sample, new = draw(seeds + 1)
        low, high, _ = prediction_interval(Draws(sample))
        outside += not low <= new <= high
    return outside


@pytest.mark.parametrize("degrees", [4, 9, 19, 198])
@pytest.mark.parametrize("probability", [0.5, 0.95, 0.99, 0.995])
def test_the_quantile_is_scipys(degrees: int, probability: float) -> None:
    assert student_quantile(probability, degrees) == pytest.approx(
        stats.t.ppf(probability, degrees)
    )


@pytest.mark.parametrize("seeds", [3, 5, 20, 100])
def test_the_false_alarm_rate_of_a_normal_result_is_the_stated_one(seeds: int) -> None:
    generator = np.random.default_rng(seeds)
    found = misses(lambda n: generator.normal(0.97, 0.002, n), seeds)
    assert stats.binomtest(found, REPEATS, 1 - LEVEL).pvalue > 1e-3


@pytest.mark.parametrize(
    "law", ["exponential", "lognormal", "standard_cauchy"], ids="{}-law".format
)
def test_the_false_alarm_rate_of_a_skewed_result_is_the_stated_one_with_200_seeds(law: str) -> None:
    generator = np.random.default_rng(0)
    found = misses(lambda n: getattr(generator, law)(size=n), 200)
    assert stats.binomtest(found, REPEATS, 2 / 201, alternative="greater").pvalue > 1e-3


def test_an_accuracy_that_is_almost_always_one_raises_at_most_the_stated_alarms() -> None:
    generator = np.random.default_rng(1)
    found = misses(lambda n: 1 - generator.binomial(1, 0.01, n) / 21, 200)
    assert stats.binomtest(found, REPEATS, 1 - LEVEL, alternative="greater").pvalue > 1e-3


def test_a_comparison_without_a_difference_is_decided_no_more_often_than_stated() -> None:
    generator = np.random.default_rng(2)
    decided = sum(mean_interval(generator.normal(0, 1, 8)).low > 0 for _ in range(REPEATS))
    assert stats.binomtest(decided, REPEATS, 1 - LEVEL).pvalue > 1e-3


@pytest.mark.parametrize("correlation", [0.0, 0.9])
def test_a_run_of_many_results_raises_no_more_alarms_than_a_run_of_one(correlation: float) -> None:
    generator, results, seeds, repeats = np.random.default_rng(3), 30, 20, 2000
    alarms = 0
    for _ in range(repeats):
        luck = generator.normal(size=(seeds + 1, 1))
        own = generator.normal(size=(seeds + 1, results))
        runs = np.sqrt(correlation) * luck + np.sqrt(1 - correlation) * own
        intervals = [prediction_interval(Draws(column, results)) for column in runs[:-1].T]
        alarms += any(
            not low <= new <= high for new, (low, high, _) in zip(runs[-1], intervals, strict=True)
        )
    assert stats.binomtest(alarms, repeats, 1 - LEVEL, alternative="greater").pvalue > 1e-3


def test_too_few_draws_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        prediction_interval(Draws([0.5] * (MIN_SEEDS - 1)))
    with pytest.raises(ValueError, match="too few"):
        mean_interval([0.5] * (MIN_PAIRS - 1))


def test_two_hundred_draws_need_no_assumption_on_their_distribution() -> None:
    skewed = [0.0] * 199 + [1.0]
    assert prediction_interval(Draws(skewed)).high == 1.0
    assert prediction_interval(Draws(skewed[2:])).high < 1.0
