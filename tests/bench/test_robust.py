"""The mean of a few processes: exact where there is theory, as promised where it is simulated."""

import math

import numpy as np
import pytest
from scipy import stats

from harness.bench.judging.family import holm
from harness.bench.judging.robust import detectable, estimate, margin, p_above

RUNS = 10_000


def normal(pairs: int, mean: float = 0.0) -> np.ndarray:
    return np.random.default_rng(pairs).normal(mean, 1.0, (RUNS, pairs))


def with_spikes(pairs: int) -> np.ndarray:
    generator = np.random.default_rng(pairs)
    sides = generator.normal(0, 1, (2, RUNS, pairs))
    hit = generator.random(sides.shape) < 0.1
    sides += np.where(hit, generator.exponential(8, sides.shape), 0)
    return np.asarray(sides[1] - sides[0])


def test_without_trimming_it_is_students_test() -> None:
    values = normal(8)[:50]
    expected = stats.ttest_1samp(values, 0, axis=1, alternative="greater").pvalue
    np.testing.assert_allclose(p_above(estimate(values)), expected)


def test_with_trimming_it_is_the_trimmed_mean_and_yuens_error() -> None:
    values = normal(12)[:50]
    found = estimate(values)
    np.testing.assert_allclose(found.mean, stats.trim_mean(values, 0.1, axis=1))
    winsorized = np.asarray(stats.mstats.winsorize(values, (0.1, 0.1), axis=1))
    expected = np.sqrt(11 * winsorized.var(axis=1, ddof=1) / (10 * 9))
    np.testing.assert_allclose(found.error, expected)


@pytest.mark.parametrize("pairs", [4, 8, 12, 20])
@pytest.mark.parametrize("draw", [normal, with_spikes])
@pytest.mark.parametrize("level", [0.05, 0.005])
def test_false_alarms_are_as_rare_as_promised(pairs: int, draw: object, level: float) -> None:
    assert callable(draw)
    alarms = (p_above(estimate(draw(pairs))) < level).mean()
    assert alarms < 1.25 * level + 3 * math.sqrt(level / RUNS)


@pytest.mark.parametrize("pairs", [4, 8, 12, 20])
def test_an_interval_covers_as_often_as_it_says(pairs: int) -> None:
    found = estimate(normal(pairs, mean=0.3))
    half = margin(found.error, found.freedom, 0.025)
    covered = (abs(found.mean - 0.3) < half).mean()
    assert 0.935 < covered < 0.965


@pytest.mark.parametrize("pairs", [4, 8, 12, 20])
def test_the_smallest_detectable_change_is_found_as_often_as_it_says(pairs: int) -> None:
    """Each of many runs says what it would have seen; a second run like it is that much slower."""
    said = estimate(normal(pairs), trim=0)
    shifts = detectable(1.0, pairs - 1, 0.005, 0.95) * said.error
    again = np.random.default_rng(99).normal(0, 1, (RUNS, pairs)) + shifts[:, np.newaxis]
    found = p_above(estimate(again, trim=0)) < 0.005
    assert 0.94 < found.mean() < 0.96


@pytest.mark.parametrize("freedom", [0, 1])
def test_two_values_promise_nothing(freedom: int) -> None:
    assert detectable(1.0, freedom, 0.05, 0.95) == math.inf


def test_a_spread_known_from_few_promises_less() -> None:
    assert detectable(1.0, 11, 0.005, 0.95, known=3) > detectable(1.0, 11, 0.005, 0.95)


@pytest.mark.parametrize(
    ("values", "p"),
    [
        ([0.0, 0.0, 0.0, 0.0], 1.0),
        ([0.1, 0.1, 0.1, 0.1], 1 / 16),
        ([-0.1, -0.1, -0.1, -0.1], 1.0),
        ([0.1] * 11 + [0.0], 2**-11),
    ],
)
def test_values_without_spread_are_judged_by_their_signs(values: list[float], p: float) -> None:
    assert float(p_above(estimate(np.array(values)))) == pytest.approx(p)


def test_one_value_has_no_spread() -> None:
    with pytest.raises(ValueError, match="no spread"):
        estimate(np.array([1.0]))


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),  # Holm's procedure by hand
        ([0.5, 0.6], [1.0, 1.0]),
        ([0.02], [0.02]),
        ([np.nan, 0.01, np.nan, 0.2], [np.nan, 0.02, np.nan, 0.2]),
        ([np.nan, np.nan], [np.nan, np.nan]),
        ([0.0, 0.0], [0.0, 0.0]),
    ],
)
def test_holm(p: list[float], expected: list[float]) -> None:
    np.testing.assert_allclose(holm(np.array(p)), expected)


def test_a_family_of_true_nulls_has_a_false_alarm_as_rarely_as_promised() -> None:
    p = np.random.default_rng(0).random((RUNS, 60))
    suspected = p < 0.05
    second = np.where(suspected, np.random.default_rng(1).random(p.shape), np.nan)
    for family in (p, second):
        alarms = (holm(family) < 0.05).any(axis=-1).mean()
        assert alarms < 0.05 + 3 * math.sqrt(0.05 / RUNS)
