"""Deep Learning: a network finds the features itself that other algorithms must be given."""

import numpy as np
from sklearn.base import ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

SEEDS = 6
POINTS = 200


def accuracy(model: ClassifierMixin, features: np.ndarray, inside: np.ndarray) -> float:
    """Share of right answers on the second half of the points, learned from the first."""
    half = len(features) // 2
    return float(model.fit(features[:half], inside[:half]).score(features[half:], inside[half:]))


def accuracies(seed: int) -> tuple[float, float, float]:
    """How well three ways tell which points of a square lie in a circle about its centre.

    Logistic regression on the coordinates; the same on a feature created for it, the distance
    from the centre; a network on the coordinates.
    """
    coordinates = np.random.default_rng(seed).uniform(-1.5, 1.5, (POINTS, 2))
    distance = np.hypot(*coordinates.T)[:, np.newaxis]
    inside = distance[:, 0] < 1
    traditional = LogisticRegression(C=1000, solver="liblinear")
    network = MLPClassifier(16, learning_rate_init=0.1, tol=0.005, random_state=seed)
    return (
        accuracy(traditional, coordinates, inside),
        accuracy(traditional, distance, inside),
        accuracy(network, coordinates, inside),
    )


def run() -> dict[str, object]:
    traditional, with_created_feature, network = np.transpose(
        [accuracies(seed) for seed in range(SEEDS)]
    )
    return {
        "traditional_on_coordinates": traditional,
        "traditional_on_created_feature": with_created_feature,
        "network_on_coordinates": network,
    }
