"""Hyperparameter Tuning: what more epochs, layers and neurons do to the accuracy."""

import keras
import numpy as np
import tensorflow as tf

from reference import datasets
from reference.replicas import Replicas
from reference.stages import stage

TWO_LAYERS = (50, 20)  # as in Exercise 2.07
SIX_TIMES_THE_LAYERS = (50, *[20] * 11)
SIX_TIMES_THE_NEURONS = (300, 120)


def multiplications(hidden: tuple[int, ...]) -> int:
    """Multiplications for one image of 28 x 28 pixels: one for each weight."""
    layers = [keras.layers.Dense(units, use_bias=False) for units in (*hidden, 10)]
    return int(keras.Sequential([keras.Input((784,)), *layers]).count_params())


def halved(images: np.ndarray) -> tf.Tensor:
    """Images (n, 28, 28) of 0 to 255 as rows (n, 196) of 0 to 1, four pixels averaged to one."""
    blocks = images.reshape(len(images), 14, 2, 14, 2).mean(axis=(2, 4)) / 255
    return tf.constant(blocks.reshape(len(images), -1), tf.float32)


def run() -> dict[str, object]:
    return {
        "multiplications": multiplications(TWO_LAYERS),
        "multiplications_more_layers": multiplications((*TWO_LAYERS, 20)),
        "multiplications_more_neurons": multiplications((100, 40)),
    }


@stage(tier="train", needs=("mnist",))
def accuracy() -> dict[str, object]:
    """Trained on 1,000 images at half the resolution, tested on 2,000."""
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    x, labels = halved(train_features[:1000]), tf.constant(train_labels[:1000], tf.int32)
    unseen, truth = halved(test_features[:2000]), tf.constant(test_labels[:2000], tf.int32)

    def trained(hidden: tuple[int, ...], steps: int = 200) -> Replicas:
        networks = Replicas((196, *hidden, 10), "relu")
        networks.train(x, labels, keras.optimizers.Adam(0.01), steps)
        return networks

    short, long = trained(TWO_LAYERS, steps=20), trained(TWO_LAYERS)
    return {
        "loss_20_epochs": short.losses(x, labels),
        "loss_200_epochs": long.losses(x, labels),
        "accuracy_20_epochs": short.accuracies(x, labels),
        "accuracy_200_epochs": long.accuracies(x, labels),
        "accuracy_unseen_20_epochs": short.accuracies(unseen, truth),
        "accuracy_no_hidden_layer": trained(()).accuracies(unseen, truth),
        "accuracy_2_layers": long.accuracies(unseen, truth),
        "accuracy_12_layers": trained(SIX_TIMES_THE_LAYERS).accuracies(unseen, truth),
        "accuracy_300_and_120_neurons": trained(SIX_TIMES_THE_NEURONS).accuracies(unseen, truth),
    }
