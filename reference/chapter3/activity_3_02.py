"""Activity 3.02: kinds of fruit, told apart by VGG16 with a head of our own."""

import contextlib
import inspect
import io
import tempfile
from collections.abc import Mapping
from pathlib import Path

import keras
import numpy as np
from keras.applications import VGG16
from keras.layers import Dense, Flatten
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference import datasets
from reference.attempts import attempt
from reference.chapter3.activity_3_01 import AUGMENT, LOG_OF_FIGURE_3_28, RANGES
from reference.chapter3.api_names import names_used
from reference.chapter3.exercise_3_03 import path_exists
from reference.chapter3.first_words import first_line_of_log
from reference.chapter3.networks import compiled
from reference.cores import Core
from reference.logs import impossible_accuracies, nearest_share
from reference.pictures import picture_names, read_pictures
from reference.stages import stage
from reference.summaries import activations, compilation, layer_table, parameter_counts
from reference.training import History, Validation, steps_per_epoch

TRAINING = "fruits360_filtered/Training"
TEST = "fruits360_filtered/Test"
BATCH_SIZE = 16
SIZE = (100, 100)
CLASSES = 120
EPOCHS = 5
TOTAL_TRAIN, TOTAL_VAL = 11398, 4752  # as step 8 of the solution sets them
SECONDS_OF_LOG = (340, 343, 343, 339, 331)  # of the epochs of Figure 3.32
VAL_ACCURACIES_OF_LOG = ("0.6431", "0.8136", "0.8293", "0.8731", "0.8920")
LOG_OF_FIGURE_3_29 = (
    ("55", "0.8060", "0.6972", "0.6738", "0.7481"),
    ("52", "0.5892", "0.7788", "0.5588", "0.7911"),
    ("54", "0.5211", "0.8041", "0.4928", "0.8170"),
    ("53", "0.4864", "0.8162", "0.4896", "0.8186"),
    ("7022", "0.4590", "0.8271", "0.4696", "0.8334"),
)
FILE_URL = """'https://github.com/PacktWorkshops'\\
    '/The-Deep-Learning-Workshop'\\
    '/raw/master/Chapter03/Datasets/Activity3.02'\\
    '/fruits360.zip'
"""


def frozen_base(weights: str | None, size: tuple[int, int] = SIZE) -> keras.Model:
    """VGG16 without its top, not trainable; ``weights`` is a file, or None for random ones."""
    base_model = VGG16(input_shape=(*size, 3), weights=weights, include_top=False)
    base_model.trainable = False
    return base_model


def build(base_model: keras.Model, classes: int = CLASSES) -> keras.Model:
    """The base under 1,000 ReLU units and a softmax over the classes."""
    head = [Flatten(), Dense(1000, activation="relu"), Dense(classes, activation="softmax")]
    model = keras.Sequential([base_model, *head])
    return compiled(model, keras.losses.SparseCategoricalCrossentropy())


def compiled_as_listed(base_model: keras.Model) -> keras.Model:
    """The network of step 21 as step 23 compiles it, for the labels of the generators."""
    model = build(base_model)
    optimizer = keras.optimizers.Adam(0.001)
    model.compile(loss="categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"])
    return model


def under_two_dense_layers(base_model: keras.Model) -> keras.Model:
    """The network of step 4 of the activity, which names no other layers."""
    head = [Dense(1000, activation="relu"), Dense(CLASSES, activation="softmax")]
    return keras.Sequential([base_model, *head])


def core(weights: str | None, size: tuple[int, int], classes: int) -> Core:
    """The training of the head on pictures of this size."""
    return Core(
        "A3.02", lambda: build(frozen_base(weights, size), classes), EPOCHS, BATCH_SIZE, AUGMENT
    )


def train(
    files: Mapping[str, bytes],
    weights: str | None,
    seed: int,
    size: tuple[int, int] = SIZE,
    epochs: int = EPOCHS,
) -> History:
    """Steps 10 to 24 on an archive's pictures; the validation is not augmented."""
    training, test = read_pictures(files, TRAINING, size), read_pictures(files, TEST, size)
    validation = Validation(test.images, test.labels)
    _, history = core(weights, size, len(training.classes)).train(
        training.images, training.labels, seed=seed, validation=validation, epochs=epochs
    )
    return history


def batch_of_listing(generator: ImageDataGenerator) -> tuple[np.ndarray, np.ndarray]:
    """The first batch of step 13: images and labels, from 120 folders with a picture in some."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        for number in range(CLASSES):
            kind = Path(folder, f"fruit {number:03}")
            kind.mkdir()
            if number < BATCH_SIZE:
                Image.new("RGB", (120, 110)).save(kind / "picture.jpg")
        return next(
            generator.flow_from_directory(batch_size=BATCH_SIZE, directory=folder, target_size=SIZE)
        )


def run() -> dict[str, object]:
    base_model = frozen_base(weights=None)
    model = compiled_as_listed(base_model)
    counts = parameter_counts(base_model)
    generators = {
        "train_img_gen": ImageDataGenerator(rescale=1 / 255, **RANGES),
        "val_img_gen": ImageDataGenerator(rescale=1 / 255),
    }
    images, labels = batch_of_listing(generators["train_img_gen"])
    flow_from_directory = inspect.signature(ImageDataGenerator().flow_from_directory)
    sizes = {"batch_size": BATCH_SIZE, "total_train": TOTAL_TRAIN, "total_val": TOTAL_VAL}
    return {
        "layers_from_block3_conv3": layer_table(base_model)[9:],
        **counts,
        "types_of_head": [row["type"] for row in layer_table(model)[1:]],
        "dense_units": [layer.units for layer in model.layers if isinstance(layer, Dense)],
        "activations": activations(model),
        **compilation(model),
        "output_of_step_4": str(under_two_dense_layers(base_model).output_shape),
        "trained_layers": [layer.name for layer in model.layers if layer.trainable_weights],
        "learning_rate": model.optimizer.learning_rate,
        "augmentation": attempt(
            lambda: ImageDataGenerator(rescale=1 / 255, fill_mode="nearest", **RANGES)
        ),
        "file_url": eval(FILE_URL),
        "path_exists": path_exists("fruits360.zip", "fruits360_filtered"),
        **names_used(model),
        "train_image_generator": attempt(lambda: eval("train_image_generator", generators)),
        "validation_image_generator": attempt(
            lambda: eval("validation_image_generator", generators)
        ),
        "steps_of_listing": attempt(lambda: eval("len(features_train) // batch_size", sizes)),
        "validation_steps_of_listing": attempt(
            lambda: eval("len(features_test) // batch_size", sizes)
        ),
        "batch_shape": images.shape,
        "labels_shape": labels.shape,
        "first_line_of_log": first_line_of_log(
            steps_per_epoch(TOTAL_TRAIN, BATCH_SIZE), steps_per_epoch(TOTAL_VAL, BATCH_SIZE)
        ),
        "steps": steps_per_epoch(TOTAL_TRAIN, BATCH_SIZE),
        "validation_steps": steps_per_epoch(TOTAL_VAL, BATCH_SIZE),
        "pictures_of_step_8": TOTAL_TRAIN + TOTAL_VAL,
        "minutes_of_log": sum(SECONDS_OF_LOG) / 60,
        "epochs_repeated_from_figure_3_28": len(set(LOG_OF_FIGURE_3_28) & set(LOG_OF_FIGURE_3_29)),
        "class_mode": flow_from_directory.parameters["class_mode"].default,
        "val_accuracy_of_figure_3_29": nearest_share(0.8334, TOTAL_VAL),
        "val_accuracy_of_figure_3_32": nearest_share(0.8920, TOTAL_VAL),
        "impossible_val_accuracies_in_log": impossible_accuracies(VAL_ACCURACIES_OF_LOG, TOTAL_VAL),
    }


@stage(needs=("fruits360",))
def data() -> dict[str, object]:
    files = datasets.load("fruits360")
    training, test = picture_names(files, TRAINING), picture_names(files, TEST)
    return {
        "total_train": len(training),
        "total_val": len(test),
        "classes": len({name.removeprefix(TRAINING).split("/")[1] for name in training}),
        "pictures": len(training) + len(test),
    }


@stage(tier="full", needs=("fruits360", "vgg16-weights"))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    files, weights = datasets.load("fruits360"), str(datasets.load("vgg16-weights"))
    history = train(files, weights, seed, epochs=epochs)
    final = np.array([history.accuracy[-1], history.val_accuracy[-1]])
    return {**history.of_epochs(1, EPOCHS), "final_accuracies": final}
