"""Whether two samples could come from one distribution, and how far apart theirs are."""

import numpy as np
from scipy.spatial.distance import cdist


def energy_distance(x: np.ndarray, y: np.ndarray) -> float:
    """Energy distance of two samples of points, ``(n, d)`` and ``(m, d)`` (Székely and Rizzo 2004).

    2 E|X - Y| - E|X - X'| - E|Y - Y'|, in the samples' own unit; 0 for equal distributions alone.
    Unbiased, so that two samples of one distribution give 0 on average, and often less.
    """
    return float(_energy(_distances(x, y), np.arange(len(x) + len(y))[np.newaxis] < len(x))[0])


def permutation_p_value(
    x: np.ndarray, y: np.ndarray, *, permutations: int = 999, seed: int = 0
) -> float:
    """Share of random divisions of all points whose energy distance is at least the observed one.

    At most as small as a level in that share of cases where both samples have one distribution;
    the smallest value is 1 / (permutations + 1).
    """
    first = np.arange(len(x) + len(y)) < len(x)
    shuffled = np.random.default_rng(seed).permuted(np.tile(first, (permutations, 1)), axis=1)
    distances = _distances(x, y)
    observed = _energy(distances, first[np.newaxis])[0]
    return float((1 + np.sum(_energy(distances, shuffled) >= observed)) / (permutations + 1))


def frechet_distance(x: np.ndarray, y: np.ndarray) -> float:
    """Fréchet distance of the normal distributions with the means and covariances of two samples.

    Of features of images this is the form of the Fréchet inception distance (Heusel et al. 2017).
    """
    difference = x.mean(axis=0) - y.mean(axis=0)
    of_x, of_y = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    # The product of two covariances has real eigenvalues of at least 0, but for rounding.
    of_both = np.sqrt(np.maximum(np.linalg.eigvals(of_x @ of_y).real, 0)).sum()
    return float(difference @ difference + np.trace(of_x) + np.trace(of_y) - 2 * of_both)


def _distances(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Distances between all points of both samples, ``(n + m, n + m)``."""
    points = np.concatenate([x, y]).astype(np.float64)
    distances: np.ndarray = cdist(points, points)
    return distances


def _energy(distances: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Energy distances for divisions of the points, ``(k, n + m)`` of bool: in the first sample."""
    x = first.astype(np.float64)
    y = 1 - x
    n, m = x.sum(axis=1), y.sum(axis=1)
    to_x = x @ distances
    within_x, between = np.sum(to_x * x, axis=1), np.sum(to_x * y, axis=1)
    within_y = distances.sum() - within_x - 2 * between
    energy: np.ndarray = 2 * between / (n * m) - within_x / (n * (n - 1)) - within_y / (m * (m - 1))
    return energy
