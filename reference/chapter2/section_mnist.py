"""MNIST Case Study: what the images and labels of the data set are."""

import numpy as np
import tensorflow as tf

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage


def run() -> dict[str, object]:
    return {"in_tensorflow": attempt(lambda: tf.keras.datasets.mnist.load_data)}


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    counts = np.bincount(test_features.ravel())
    return {
        "images": len(train_features) + len(test_features),
        "images_train_test": [len(train_features), len(test_features)],
        "labels_train_test": [len(train_labels), len(test_labels)],
        "classes": np.unique(np.concatenate([train_labels, test_labels])),
        "type_of_images": type(train_features).__name__,
        "type_of_pixels": train_features.dtype.name,
        "shapes_of_image": [train_features.shape[1:], test_features.shape[1:]],
        "range_of_pixels": [int(train_features.min()), int(train_features.max())],
        "paper": int(counts.argmax()),
        "darkest": int(train_features.max()),
        "shades_between": int(np.count_nonzero(counts[1:255])),
    }
