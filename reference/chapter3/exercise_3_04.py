"""Exercise 3.04: small colour pictures of ten kinds, shifted and flipped at random."""

import re
from typing import Any

import keras
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator, Iterator

from reference import datasets
from reference.attempts import attempt
from reference.augmentation import Augmentation
from reference.chapter3.api_names import names_used
from reference.chapter3.exercise_3_03 import LAST_OF_LOGS
from reference.chapter3.first_words import first_line_of_log
from reference.chapter3.networks import ten_classes
from reference.cores import Core
from reference.stages import stage
from reference.summaries import activations, compilation, layer_table
from reference.training import History, Validation, steps_per_epoch

BATCH_SIZE = 16
EPOCHS = 5
SEEDS = 5
TRAIN_PICTURES, TEST_PICTURES = 50_000, 10_000
RANGES: dict[str, Any] = {
    "width_shift_range": 0.1,
    "height_shift_range": 0.1,
    "horizontal_flip": True,
}
AUGMENT = Augmentation(**RANGES)


def build() -> keras.Model:
    """Convolutions of 64 and 128 kernels on 32 x 32 pixels in three colours."""
    return ten_classes((32, 32, 3), (64, 128))


CORE = Core("3.04", build, EPOCHS, BATCH_SIZE, AUGMENT)


def train(
    x: np.ndarray,
    y: np.ndarray,
    seed: int,
    validation: Validation | None,
    epochs: int = EPOCHS,
) -> History:
    """Step 16 on pictures (n, 32, 32, 3) of 0 to 255 and their labels (n, 1)."""
    _, history = CORE.train(x, y[:, 0], seed=seed, validation=validation, epochs=epochs)
    return history


def share_only_rescaled(images: np.ndarray, generator: ImageDataGenerator) -> float:
    """Share of ``images`` that ``generator`` hands over as they are, divided by 255."""
    handed_over = next(generator.flow(images, batch_size=len(images), shuffle=False))
    same = np.isclose(handed_over, images / 255, atol=1e-6).all(axis=(1, 2, 3))
    return float(same.mean())


def flow(generator: ImageDataGenerator, images: np.ndarray) -> Iterator:
    """Step 9 on ``images`` and as many labels."""
    return generator.flow(images, np.arange(len(images)), batch_size=BATCH_SIZE)


def run() -> dict[str, object]:
    model = build()
    layers = layer_table(model)
    images = np.random.default_rng(0).integers(256, size=(64, 32, 32, 3))
    train_img_gen = ImageDataGenerator(rescale=1 / 255, **RANGES)
    val_img_gen = ImageDataGenerator(rescale=1 / 255)
    return {
        "kernels": [layer.filters for layer in model.layers if hasattr(layer, "filters")],
        "units": [layer.units for layer in model.layers if hasattr(layer, "units")],
        "types": [row["type"] for row in layers],
        "activations": activations(model),
        **compilation(model),
        "input_shape": model.input_shape[1:],
        "learning_rate": model.optimizer.learning_rate,
        # The data are numbers; Keras's documentation has a table of what they stand for.
        "class_names": re.findall(
            r"\|\s*\d\s*\|\s*(\w+)", keras.datasets.cifar10.load_data.__doc__
        ),
        "import_cifar10": attempt(lambda: exec("from tensorflow.keras.datasets import cifar10")),
        **names_used(model),
        "train_data_gen": attempt(lambda: flow(train_img_gen, images)),
        "batch_shape": next(flow(train_img_gen, images))[0].shape,
        "first_line_of_log": first_line_of_log(
            steps_per_epoch(TRAIN_PICTURES, BATCH_SIZE), steps_per_epoch(TEST_PICTURES, BATCH_SIZE)
        ),
        **{f"accuracy_in_log_of_{unit}": accuracy for unit, (accuracy, _) in LAST_OF_LOGS.items()},
        "only_rescaled_by_val_img_gen": share_only_rescaled(images, val_img_gen),
        "only_rescaled_by_val_data_gen": share_only_rescaled(images, train_img_gen),
    }


@stage(needs=("cifar10-training",))
def data() -> dict[str, object]:
    features_train, label_train = datasets.load("cifar10-training")
    return {
        "features_train_shape": features_train.shape,
        "classes": len(np.unique(label_train)),
        "steps": steps_per_epoch(len(features_train), BATCH_SIZE),
    }


@stage(needs=("cifar10",))
def whole_data() -> dict[str, object]:
    (features_train, _), (features_test, _) = datasets.load("cifar10")
    return {
        "pictures": len(features_train) + len(features_test),
        "validation_steps": steps_per_epoch(len(features_test), BATCH_SIZE),
    }


@stage(tier="full", needs=("cifar10-training",))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    """Loss and accuracy on the training pictures; the validation has no part in them."""
    x, y = datasets.load("cifar10-training")
    return {**train(x, y, seed, None, epochs).of_epochs(1, EPOCHS)}


@stage(tier="full", needs=("cifar10",))
def over_seeds() -> dict[str, object]:
    """Five seeds with the listing's validation, whose pictures are augmented too."""
    (x, y), (x_test, y_test) = datasets.load("cifar10")
    validation = Validation(x_test, y_test[:, 0], AUGMENT)
    histories = [train(x, y, seed, validation) for seed in range(SEEDS)]
    return {
        **histories[0].of_epochs(1, EPOCHS),
        "training_accuracies": np.array([history.accuracy[-1] for history in histories]),
        "validation_accuracies": np.array([history.val_accuracy[-1] for history in histories]),
    }
