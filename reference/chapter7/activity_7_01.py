"""Activity 7.01: the deep convolutional GAN of Exercise 7.05 makes pictures of clothes."""

import dataclasses
import inspect
import re

import keras
import numpy as np
from keras.datasets import fashion_mnist, mnist

from reference import datasets
from reference.attempts import attempt
from reference.chapter7 import dcgan, dcgan_training, exercise_7_05
from reference.stages import stage

EVERY = 50
PRINTED = range(4650, 5000, EVERY)  # the last seven lines of the authors' log are the book's
FIRST = 201  # iterations, with five pauses
PICTURED = (0, 100, 200)
COMMENTED_LOOP = "# for j in range(5*5):\n    pyplot.axis('off')\n"
GARMENTS = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Shirt"}
LOGGED_FILES = ("train-labels-idx1", "train-images-idx3", "t10k-labels-idx1", "t10k-images-idx3")


CORE = dataclasses.replace(exercise_7_05.CORE, unit="A7.01")


def classes_documented() -> list[str]:
    """Names of the ten classes, from the table in the documentation of ``load_data``."""
    return re.findall(r"\|\s*\d\s*\|\s*(\S.*?)\s*\|", fashion_mnist.load_data.__doc__ or "")


def run() -> dict[str, object]:
    return {
        **dcgan.architecture(),
        "prints": len(range(0, dcgan.ITERATIONS, EVERY)),
        "converse_2d_transpose": attempt(lambda: keras.layers.Converse2Dtranspose),
        "continued_import": attempt(
            lambda: compile("from keras.layers import Conv2D,\nUpSampling2D\n", "<cell>", "exec")
        ),
        "commented_loop": attempt(lambda: compile(COMMENTED_LOOP, "<cell>", "exec")),
        "data_before_their_function": attempt(lambda: exec("fashionData = realData(25)", {})),
        "classes_that_are_no_garments": len(set(classes_documented()) - GARMENTS),
        "data_set_of_the_log": next(
            name
            for name, source in (("mnist", mnist), ("fashion-mnist", fashion_mnist))
            if all(file in inspect.getsource(source.load_data) for file in LOGGED_FILES)
        ),
    }


@stage(needs=("fashion-mnist",))
def data() -> dict[str, object]:
    (X_train, y_train), _ = datasets.load("fashion-mnist")
    return {
        **dcgan_training.describe(X_train),
        "articles": len(np.unique(y_train)),
        "X_train_shape": X_train.shape,
    }


@stage(tier="train", needs=("fashion-mnist",))
def first_iterations(seed: int = 0) -> dict[str, object]:
    (X_train, _), _ = datasets.load("fashion-mnist")
    images = dcgan_training.normalise(X_train)
    found = dcgan_training.first_iterations(CORE, images, seed, FIRST, EVERY, pictured=PICTURED)
    later = range(EVERY, FIRST, EVERY)
    accuracies = np.array([found[f"accuracy_{number}"] for number in later])
    printed = np.array([found[f"probability_{number}"] for number in later])
    return {
        **found,
        "largest_distance_from_accuracy": abs(printed - accuracies).max(),
    }


@stage(tier="full", needs=("fashion-mnist",))
def train(seed: int = 0) -> dict[str, object]:
    (X_train, y_train), (X_test, _) = datasets.load("fashion-mnist")
    return dcgan_training.train_and_judge(
        CORE,
        (X_train, y_train),
        X_test,
        seed=seed,
        every=EVERY,
        judged=(100, 600, 1500),
        printed=tuple(PRINTED),
    )
