"""Exercise 7.05: a deep convolutional GAN makes pictures of handwritten digits."""

import dataclasses
from types import SimpleNamespace

import keras
import numpy as np

from reference import datasets
from reference.adversarial import AdversarialCore
from reference.chapter7 import dcgan, dcgan_training, exercise_7_02, listings
from reference.stages import stage

EVERY = 10  # as the text and the printed log; the authors' notebook prints every 50
NAMED = (8, 5, 3, 9, 4, 7, 0)  # digits that the text finds after 2,000 iterations
LOGGED = 14 * EVERY  # iterations that the 14 lines of the printed log cover
PICTURED = (0, 60, 130)


CORE = AdversarialCore(
    "7.05", dcgan_training.adversaries, dcgan.ITERATIONS, quality="distance_trained"
)
AS_LISTED = dataclasses.replace(
    CORE, build=lambda: dcgan_training.adversaries(keras.optimizers.Adam())
)


def functions_as_in_7_04() -> list[str]:
    """Functions that make fakes and give, of the same arguments, what Exercise 7.04's give."""
    made = []
    for listing, generator in (
        (listings.POINTS, exercise_7_02.build_generator()),
        (listings.IMAGES, dcgan.build_generator()),
    ):
        functions, same = listings.defined_by(listing), SimpleNamespace(predict=lambda x: x)
        np.random.seed(0)
        made.append(
            {
                "fakeInputs": functions["fakeInputs"](2, 3).tolist(),
                "genModel": [type(layer).__name__ for layer in generator.layers],
                "fakedataGenerator": type(functions["fakedataGenerator"](same, 2, 3)),
            }
        )
    of_points, of_images = made
    return [name for name in of_points if of_points[name] == of_images[name]]


def run() -> dict[str, object]:
    return {
        **dcgan.architecture(),
        "number_of_functions_as_in_7_04": len(functions_as_in_7_04()),
        "progress_shown": listings.progress_shown(
            listings.IMAGES, dcgan.build_generator(), dcgan.BATCH, dcgan.FEATURES
        ),
        "prints": len(range(0, dcgan.ITERATIONS, EVERY)),
    }


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    (X_train, y_train), _ = datasets.load("mnist")
    return {
        **dcgan_training.describe(X_train),
        "digits": np.unique(y_train),
    }


@stage(tier="train", needs=("mnist",))
def first_iterations(seed: int = 0) -> dict[str, object]:
    """The iterations of the printed log, with the notebook's Adam and with the listing's."""
    (X_train, _), _ = datasets.load("mnist")
    images = dcgan_training.normalise(X_train)
    found = dcgan_training.first_iterations(CORE, images, seed, LOGGED, EVERY, pictured=PICTURED)
    as_listed = dcgan_training.first_iterations(AS_LISTED, images, seed, LOGGED, EVERY)
    printed, printed_as_listed, accuracies = (
        np.array([of[f"{name}_{number}"] for number in range(0, LOGGED, EVERY)])
        for of, name in ((found, "probability"), (as_listed, "probability"), (found, "accuracy"))
    )
    median = float(np.median(printed))
    # From the fifth line of the printed log on, all is 0.500: ten lines.
    printed, printed_as_listed, accuracies = printed[4:], printed_as_listed[4:], accuracies[4:]
    distances = abs(printed - 0.5)
    return {
        **found,
        "median_probability": median,
        "median_of_last_ten_accuracies": [float(np.median(accuracies))],
        "largest_distance_from_half": distances.max(),
        "lower_quartiles_of_distance_from_half": np.quantile(distances, (0.25, 0.5)).tolist(),
        "largest_distance_from_half_as_listed": abs(printed_as_listed - 0.5).max(),
        "distances_from_accuracy": abs(printed - accuracies),
    }


@stage(tier="full", needs=("mnist",))
def train(seed: int = 0) -> dict[str, object]:
    (X_train, y_train), (X_test, _) = datasets.load("mnist")
    found = dcgan_training.train_and_judge(
        CORE, (X_train, y_train), X_test, seed=seed, every=EVERY, judged=(10, 500, 2000)
    )
    formed = found["classes_2000"]
    return {**found, "named_digits_2000": [digit for digit in NAMED if digit in formed]}
