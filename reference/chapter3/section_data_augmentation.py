"""Data Augmentation: other versions of the same images, and what they are good for."""

import dataclasses
import time
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference import datasets
from reference.augmentation import Augmentation
from reference.chapter3.exercise_3_02 import prepared
from reference.chapter3.networks import compiled
from reference.cores import Core
from reference.stages import stage
from reference.summaries import evaluate
from reference.training import unchanged

PLAIN: dict[str, Any] = {"rescale": 1 / 255}
LISTED: dict[str, Any] = {
    "rescale": 1 / 255,
    "horizontal_flip": True,
    "zoom_range": 0.2,
    "width_shift_range": 0.2,
    "height_shift_range": 0.2,
    "shear_range": 0.2,
    "rotation_range": 40,
    "fill_mode": "nearest",
}
IMAGES = np.random.default_rng(0).integers(256, size=(48, 32, 32, 3)).astype(np.float32)
TURNED = Augmentation(rotation_range=40)

ROWS = 2000
EPOCHS = 10
SEEDS = 6


def network() -> keras.Model:
    """A small network for grey digits, (n, 28, 28, 1)."""
    return compiled(
        keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                Conv2D(16, 3, activation="relu"),
                MaxPooling2D(),
                Conv2D(32, 3, activation="relu"),
                MaxPooling2D(),
                Flatten(),
                Dense(64, activation="relu"),
                Dense(10, activation="softmax"),
            ]
        ),
        keras.losses.SparseCategoricalCrossentropy(),
    )


CORE = Core("S3.data-augmentation", network, EPOCHS)


def images_an_epoch(options: dict[str, Any]) -> int:
    """How many images a training with this generator sees in an epoch."""
    batches = ImageDataGenerator(**options).flow(IMAGES, batch_size=16)
    return sum(len(batches[number]) for number in range(len(batches)))


def seconds_an_epoch(options: dict[str, Any]) -> float:
    """How long it takes to hand over every image once."""
    start = time.perf_counter()
    images_an_epoch(options)
    return time.perf_counter() - start


def run() -> dict[str, object]:
    ten_times_the_same = np.repeat(IMAGES[:1], 10, axis=0)
    variants = next(ImageDataGenerator(**LISTED).flow(ten_times_the_same, batch_size=10))
    seconds = np.array([[seconds_an_epoch(each) for each in (PLAIN, LISTED)] for _ in range(SEEDS)])
    return {
        "images_without_augmentation": images_an_epoch(PLAIN),
        "images_with_augmentation": images_an_epoch(LISTED),
        "variants": len(np.unique(variants, axis=0)),
        "seconds_without_augmentation": seconds[:, 0],
        "seconds_with_augmentation": seconds[:, 1],
    }


@stage(tier="train", needs=("mnist",))
def over_seeds() -> dict[str, object]:
    """A small network on 2,000 upright digits, with and without turning them, over six seeds.

    It is judged on the same digits, on 2,000 others, and on those others turned by up to 40
    degrees: arrays of shape (seeds,).
    """
    (features_train, label_train), (features_test, label_test) = datasets.load("mnist")
    x, y = prepared(features_train[:ROWS]), label_train[:ROWS]
    upright, truth = prepared(features_test[:ROWS]), label_test[:ROWS]
    turned = TURNED(upright, tf.constant([3, 20])).numpy()
    found: dict[str, list[float]] = {}
    for seed in range(SEEDS):
        for name, augment in (("without", unchanged), ("with", TURNED)):
            model = dataclasses.replace(CORE, augment=augment).train(x, y, seed=seed)[0]
            seen, unseen, at_angles = (
                evaluate(model, images, labels).accuracy
                for images, labels in ((x, y), (upright, truth), (turned, truth))
            )
            found.setdefault(f"gaps_{name}_augmentation", []).append(seen - unseen)
            found.setdefault(f"upright_{name}_augmentation", []).append(unseen)
            found.setdefault(f"turned_{name}_augmentation", []).append(at_angles)
    return {name: np.array(values) for name, values in found.items()}
