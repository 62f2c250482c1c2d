"""Whether generated images look like real ones: the judgement of a classifier of the real ones."""

from typing import NamedTuple

import keras
import numpy as np
from keras.layers import Conv2D, Dense, Flatten

from reference.training import fit
from reference.two_samples import frechet_distance

CLASSES = 10
SURE = 0.9


class Judge(NamedTuple):
    """A classifier of images (n, 28, 28, 1), its 64 features of them, and the real ones it holds.

    ``features`` of held-out images, shape (m, 64), are what others are compared with.
    """

    classifier: keras.Model
    extractor: keras.Model
    features: np.ndarray


class Judgement(NamedTuple):
    """What a judge says of images.

    ``confidence`` is the mean probability of the class it takes an image for; ``share_sure`` counts
    images whose class it is sure of; ``classes`` holds the classes that at least 1 % of the images
    surely show; ``distance`` is the Fréchet distance of their features to those of real images.
    """

    confidence: float
    share_sure: float
    classes: list[int]
    distance: float


def train_judge(
    images: np.ndarray, labels: np.ndarray, held_out: np.ndarray, *, epochs: int = 2, seed: int = 0
) -> Judge:
    """A small convolutional classifier, trained on real images; ``held_out`` are real ones too."""
    keras.utils.set_random_seed(seed)
    classifier = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            Conv2D(16, 5, strides=2, padding="same", activation="relu"),
            Conv2D(32, 5, strides=2, padding="same", activation="relu"),
            Flatten(),
            Dense(64, activation="relu"),
            Dense(CLASSES, activation="softmax"),
        ]
    )
    classifier.compile("adam", keras.losses.SparseCategoricalCrossentropy())
    fit(classifier, images, labels, epochs=epochs, batch_size=128, seed=seed)
    extractor = keras.Model(classifier.inputs, classifier.layers[-2].output)
    return Judge(classifier, extractor, _outputs(extractor, held_out))


def judge(by: Judge, images: np.ndarray) -> Judgement:
    """What ``by`` says of ``images``, ``(n, 28, 28, 1)`` in the range of those it learned from."""
    probabilities = _outputs(by.classifier, images)
    sure = probabilities.max(axis=1) > SURE
    shown = np.bincount(probabilities[sure].argmax(axis=1), minlength=CLASSES) / len(images)
    return Judgement(
        confidence=float(probabilities.max(axis=1).mean()),
        share_sure=float(sure.mean()),
        classes=np.flatnonzero(shown >= 0.01).tolist(),
        distance=frechet_distance(_outputs(by.extractor, images), by.features),
    )


def _outputs(network: keras.Model, images: np.ndarray) -> np.ndarray:
    return network.predict(images, batch_size=500, verbose=0)
