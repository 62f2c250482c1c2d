"""Distances between samples do what their names promise."""

import numpy as np
import pytest
from scipy.stats import energy_distance as of_scipy

from reference.two_samples import energy_distance, frechet_distance, permutation_p_value


def sample(seed: int, points: int, shift: float = 0.0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(points, 2)) + shift


def test_on_a_line_it_is_the_square_of_scipys_but_for_bias() -> None:
    x, y = sample(0, 2000)[:, :1], sample(1, 2000, 0.5)[:, :1]
    assert energy_distance(x, y) == pytest.approx(of_scipy(x.ravel(), y.ravel()) ** 2, abs=2e-3)


def test_the_distance_of_one_distribution_to_itself_is_zero_on_average() -> None:
    distances = [energy_distance(sample(2 * i, 30), sample(2 * i + 1, 40)) for i in range(300)]
    assert abs(np.mean(distances)) < 3 * np.std(distances) / np.sqrt(300)
    assert min(distances) < 0 < max(distances)


def test_the_distance_grows_with_the_shift() -> None:
    distances = [energy_distance(sample(0, 200), sample(1, 200, s)) for s in (0.5, 1.0, 2.0)]
    assert distances == sorted(distances)
    assert distances[0] > 0


def test_p_values_of_one_distribution_are_below_a_level_in_that_share_of_cases() -> None:
    p_values = np.array(
        [
            permutation_p_value(sample(2 * i, 25), sample(2 * i + 1, 25), permutations=99, seed=i)
            for i in range(400)
        ]
    )
    assert np.mean(p_values <= 0.1) == pytest.approx(0.1, abs=0.045)
    assert np.mean(p_values <= 0.5) == pytest.approx(0.5, abs=0.075)


def test_the_p_value_of_distant_samples_is_the_smallest() -> None:
    assert permutation_p_value(sample(0, 60), sample(1, 60, 2.0), permutations=99) == 0.01


def test_the_frechet_distance_of_normal_samples_is_that_of_their_distributions() -> None:
    x, y = sample(0, 100_000), 2 * sample(1, 100_000) + [3.0, 0.0]
    # |mean difference|² + trace(1 + 4 - 2 · 2) over two coordinates
    assert frechet_distance(x, y) == pytest.approx(9 + 2, rel=0.02)
    assert frechet_distance(x, x) == pytest.approx(0, abs=1e-9)


def test_the_frechet_distance_takes_features_that_never_vary() -> None:
    constant = np.c_[sample(0, 50), np.zeros(50)]
    assert frechet_distance(constant, constant) == pytest.approx(0, abs=1e-6)
