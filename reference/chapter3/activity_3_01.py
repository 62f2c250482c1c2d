"""Activity 3.01: pictures of clothes, turned, shifted, sheared, zoomed and flipped at random."""

import dataclasses
from collections.abc import Iterable
from typing import Any

import keras
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference import datasets
from reference.attempts import attempt
from reference.augmentation import Augmentation
from reference.chapter3.api_names import names_used
from reference.chapter3.exercise_3_02 import prepared
from reference.chapter3.exercise_3_04 import flow, share_only_rescaled
from reference.chapter3.first_words import first_line_of_log
from reference.chapter3.networks import ten_classes
from reference.cores import Core
from reference.stages import stage
from reference.summaries import activations, compilation, layer_table
from reference.training import Augment, History, Validation, steps_per_epoch, unchanged

BATCH_SIZE = 16
EPOCHS = 5
SEEDS = 5
TRAIN_PICTURES, TEST_PICTURES = 60_000, 10_000
RANGES: dict[str, Any] = {
    "rotation_range": 40,
    "width_shift_range": 0.1,
    "height_shift_range": 0.1,
    "shear_range": 0.2,
    "zoom_range": 0.2,
    "horizontal_flip": True,
}
AUGMENT = Augmentation(**RANGES)
LOG_OF_FIGURE_3_28 = (  # of an epoch: seconds, loss, accuracy, val_loss and val_accuracy
    ("55", "0.8060", "0.6972", "0.6738", "0.7481"),
    ("52", "0.5892", "0.7788", "0.5588", "0.7911"),
    ("54", "0.5211", "0.8041", "0.4928", "0.8170"),
    ("53", "0.4864", "0.8162", "0.4896", "0.8186"),
    ("7022", "0.4590", "0.8271", "0.4696", "0.8334"),
)
LOG_OF_FIGURE_3_30 = (
    ("55", "0.8060", "0.6972", "0.6738", "0.7481"),
    ("52", "0.5892", "0.7788", "0.5588", "0.7911"),
    ("54", "0.5211", "0.8041", "0.4928", "0.8170"),
    ("53", "0.4864", "0.8162", "0.4896", "0.8186"),
    ("7022", "0.4590", "0.8271", "0.4696", "0.8334"),
)
UNCLOSED_LIST = """model = Sequential\\
    ([layers.Dense(10, \\
                   activation='softmax'))
"""  # as step 15 of the solution begins and ends its list of layers


def build() -> keras.Model:
    """The solution's network: 64 and 128 kernels on 28 x 28 grey pixels."""
    return ten_classes((28, 28, 1), (64, 128))


CORE = Core("A3.01", build, EPOCHS, BATCH_SIZE, AUGMENT)


def train(seed: int, augment: Augment, epochs: int = EPOCHS) -> History:
    """Step 18 of the solution, with the same augmentation in training and validation."""
    (features_train, label_train), (features_test, label_test) = datasets.load("fashion-mnist")
    core = dataclasses.replace(CORE, augment=augment)
    validation = Validation(prepared(features_test), label_test, augment)
    _, history = core.train(
        prepared(features_train), label_train, seed=seed, validation=validation, epochs=epochs
    )
    return history


def run() -> dict[str, object]:
    model = build()
    layers = layer_table(model)
    images = np.random.default_rng(0).integers(256, size=(64, 28, 28, 1))
    train_img_gen = ImageDataGenerator(rescale=1 / 255, fill_mode="nearest", **RANGES)
    val_img_gen = ImageDataGenerator(rescale=1 / 255)
    return {
        "kernels": [layer.filters for layer in model.layers if hasattr(layer, "filters")],
        "units": [layer.units for layer in model.layers if hasattr(layer, "units")],
        "types": [row["type"] for row in layers],
        "activations": activations(model),
        **compilation(model),
        "input_shape": model.input_shape[1:],
        "learning_rate": model.optimizer.learning_rate,
        "name_in_keras": keras.datasets.fashion_mnist.__name__.rpartition(".")[2],
        "augmentation": attempt(
            lambda: ImageDataGenerator(rescale=1 / 255, fill_mode="nearest", **RANGES)
        ),
        "unquoted_activation": attempt(
            lambda: eval("Dense(128, activation=relu)", {"Dense": keras.layers.Dense})
        ),
        "numpy_seed": attempt(lambda: np.random.seed(8)),
        "list_of_layers": attempt(lambda: compile(UNCLOSED_LIST, "<cell>", "exec")),
        "import_fashion_mnist": attempt(
            lambda: exec("from tensorflow.keras.datasets import fashion_mnist")
        ),
        **names_used(model),
        "train_data_gen": attempt(lambda: flow(train_img_gen, images)),
        "batch_shape": next(flow(train_img_gen, images))[0].shape,
        "first_line_of_log": first_line_of_log(
            steps_per_epoch(TRAIN_PICTURES, BATCH_SIZE), steps_per_epoch(TEST_PICTURES, BATCH_SIZE)
        ),
        "epochs_repeated_from_figure_3_28": len(set(LOG_OF_FIGURE_3_28) & set(LOG_OF_FIGURE_3_30)),
        "smallest_rise_in_log": _smallest_rise(
            accuracy for *_, accuracy, _, _ in LOG_OF_FIGURE_3_30
        ),
        "smallest_rise_of_validation_in_log": _smallest_rise(
            val_accuracy for *_, val_accuracy in LOG_OF_FIGURE_3_30
        ),
        "only_rescaled_by_val_img_gen": share_only_rescaled(images, val_img_gen),
        "only_rescaled_by_val_data_gen": share_only_rescaled(images, train_img_gen),
    }


@stage(needs=("fashion-mnist",))
def data() -> dict[str, object]:
    (features_train, label_train), (features_test, _) = datasets.load("fashion-mnist")
    return {
        "features_train_shape": features_train.shape,
        "features_test_shape": features_test.shape,
        "reshaped_train": prepared(features_train).shape,
        "reshaped_test": prepared(features_test).shape,
        "classes": len(np.unique(label_train)),
        "steps": steps_per_epoch(len(features_train), BATCH_SIZE),
        "validation_steps": steps_per_epoch(len(features_test), BATCH_SIZE),
    }


@stage(tier="full", needs=("fashion-mnist",))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    return {**train(seed, AUGMENT, epochs).of_epochs(1, EPOCHS - 1, EPOCHS)}


@stage(tier="full", needs=("fashion-mnist", "gpu"))
def over_seeds() -> dict[str, object]:
    """Accuracies with and without augmentation, over five seeds."""
    augmented = [train(seed, AUGMENT) for seed in range(SEEDS)]
    plain = [train(seed, unchanged) for seed in range(SEEDS)]
    return {
        "accuracies_epoch_4": np.array([history.accuracy[-2] for history in augmented]),
        "accuracies_epoch_5": np.array([history.accuracy[-1] for history in augmented]),
        "gaps_with_augmentation": _gaps(augmented),
        "gaps_without_augmentation": _gaps(plain),
    }


def _gaps(histories: list[History]) -> np.ndarray:
    """How far the accuracy in training lies above that of the validation, shape (seeds,)."""
    return np.array([history.accuracy[-1] - history.val_accuracy[-1] for history in histories])


def _smallest_rise(printed: Iterable[str]) -> float:
    """The least that a printed result grows by from one epoch to the next."""
    return float(np.diff([float(text) for text in printed]).min())
