"""Pre-Trained Models: trained by others, used as they are or trained further; ResNet50 is one."""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage
from reference.training import minimize

STEPS = 20

X = tf.constant([[0.0], [1.0], [2.0], [3.0]])
Y = 2 * X + 1


def loss(model: keras.Model) -> tf.Tensor:
    """Mean squared error on Y = 2 X + 1."""
    return tf.reduce_mean(tf.square(model(X) - Y))


def run() -> dict[str, object]:
    """A model on its way to Y = 2 X + 1 is saved, loaded by another, and trained further."""
    published = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    published.set_weights([np.array([[1.5]]), np.array([0.5])])
    with tempfile.TemporaryDirectory() as folder:
        published.save(Path(folder, "published.keras"))
        downloaded = keras.saving.load_model(Path(folder, "published.keras"))
    observed = {
        "resnet50_in_keras": attempt(lambda: keras.applications.ResNet50),
        "difference_of_predictions": tf.reduce_max(abs(downloaded(X) - published(X))),
        "loss_as_downloaded": loss(downloaded),
    }
    minimize(
        lambda: loss(downloaded), downloaded.trainable_variables, tf.optimizers.SGD(0.1), STEPS
    )
    return {**observed, "loss_after_further_training": loss(downloaded)}


@stage(needs=("imagenet-classes",))
def classes() -> dict[str, object]:
    labelled = datasets.load("imagenet-classes")
    identifiers = {identifier for identifier, _ in labelled.values()}
    labels = {label for _, label in labelled.values()}
    return {
        "number_of_classes": len(identifiers),
        "bird_animal_automobile": sorted(labels & {"robin", "tiger", "sports_car"}),
    }
