"""Machine Learning: rules are learned from examples; Figure 1.2 shows six of them."""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.svm import SVC

from reference import datasets
from reference.stages import stage

SHOWN_ROWS = 6

EXAMPLES = np.arange(-10.0, 11.0)[:, np.newaxis]
UNSEEN = np.array([[-7.5], [-2.5], [2.5], [7.5]])


def positive(numbers: np.ndarray) -> np.ndarray:
    """The rule that nobody tells the algorithms: 1 for a positive number, else 0."""
    return (numbers[:, 0] > 0).astype(int)


def run() -> dict[str, object]:
    """Each named algorithm that scikit-learn has finds the rule from examples alone."""
    algorithms = {
        "linear regression": LinearRegression(),
        "logistic regression": LogisticRegression(solver="liblinear"),
        "support vector machine": SVC(),
        "random forest": RandomForestClassifier(n_estimators=10, random_state=0),
    }
    predicted = {
        name: algorithm.fit(EXAMPLES, positive(EXAMPLES)).predict(UNSEEN) >= 0.5
        for name, algorithm in algorithms.items()
    }
    return {
        "right_on_unseen": [
            name for name, found in predicted.items() if np.array_equal(found, positive(UNSEEN))
        ]
    }


@stage(needs=("iris",))
def data() -> dict[str, object]:
    """The flowers of Figure 1.2, their columns named after scikit-learn's copy of the data."""
    iris = datasets.load("iris")
    named = load_iris()
    feature_names = [name.removesuffix(" (cm)").replace(" ", "_") for name in named.feature_names]
    measured = iris.to_numpy()[:, :4]
    distances = np.abs(measured[:, :, np.newaxis] - named.data[:, np.newaxis, :]).mean(axis=0)
    sepals, petals = (
        SVC().fit(features, iris["species"]).score(features, iris["species"])
        for features in (measured[:, :2], measured[:, 2:])
    )
    return {
        "rows": measured[:SHOWN_ROWS],
        "header": [feature_names[nearest] for nearest in distances.argmin(axis=1)],
        "species": [str(named.target_names[code]) for code in iris["species"][:SHOWN_ROWS]],
        "number_of_species": iris["species"].nunique(),
        "feature_names": feature_names,
        "accuracy_on_sepals": sepals,
        "accuracy_on_petals": petals,
    }
