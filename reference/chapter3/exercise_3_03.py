"""Exercise 3.03: a network that tells cats from dogs, fed from folders of pictures."""

import ast
import contextlib
import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import keras
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference import datasets
from reference.chapter3.api_names import names_used
from reference.chapter3.first_words import first_line_of_log
from reference.chapter3.networks import compiled, two_convolutions
from reference.cores import Core
from reference.logs import impossible_accuracies, nearest_share
from reference.pictures import picture_names, read_pictures
from reference.stages import stage
from reference.summaries import activations, compilation, layer_table, parameter_counts
from reference.training import History, Validation, steps_per_epoch

TRAIN = "cats_and_dogs_filtered/train"
VALIDATION = "cats_and_dogs_filtered/validation"
BATCH_SIZE = 16
SIZE = (100, 100)
EPOCHS = 5
FILE_URL = """'https://github.com/PacktWorkshops' \\
    '/The-Deep-Learning-Workshop/raw/master' \\
    '/Chapter03/Datasets/Exercise3.03' \\
    '/cats_and_dogs_filtered.zip'
"""
VAL_DATA_GEN = """validation_image_generator.flow_from_directory\\
    (batch_size=batch_size, \\
     directory=validation_dir, \\
     target_size=(img_height, img_width), \\
     class_mode='binary')
"""  # as step 15 lists it
SEEDS = 5

ORDER_OF_STEP_3 = ("the string", "the note on its slashes")  # from top to bottom
TRAIN_PICTURES, VALIDATED_PICTURES = 2000, 62 * BATCH_SIZE  # judged in an epoch of Figure 3.19
ACCURACIES_OF_LOG = ("0.5350", "0.5990", "0.6990", "0.7670", "0.8150")
VAL_ACCURACIES_OF_LOG = ("0.5071", "0.5907", "0.6492", "0.6724", "0.6512")
# In training and validation, after the last epoch of Figures 3.17, 3.19 and 3.27.
LAST_OF_LOGS = {"3_02": (0.9951, 0.9886), "3_03": (0.8150, 0.6512), "3_04": (0.6713, 0.6582)}


def build() -> keras.Model:
    """Convolutions of 64 and 128 kernels on 100 x 100 pixels; above one half means a dog."""
    model = two_convolutions((*SIZE, 3), (64, 128), 1, "sigmoid")
    return compiled(model, keras.losses.BinaryCrossentropy())


CORE = Core("3.03", build, EPOCHS, BATCH_SIZE)


def train(files: Mapping[str, bytes], seed: int, epochs: int = EPOCHS) -> History:
    """Steps 12 to 22 on an archive's pictures, all of them at ``SIZE``."""
    training, held_out = read_pictures(files, TRAIN, SIZE), read_pictures(files, VALIDATION, SIZE)
    validation = Validation(held_out.images, held_out.labels[:, np.newaxis])
    labels = training.labels[:, np.newaxis]
    _, history = CORE.train(
        training.images, labels, seed=seed, validation=validation, epochs=epochs
    )
    return history


def path_exists(archive_name: str, folder_name: str) -> bool:
    """Steps 3 to 6 with an archive of our own: whether ``path`` is the unpacked folder."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "published.zip")
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr(f"{folder_name}/picture.jpg", b"")
        with contextlib.redirect_stdout(io.StringIO()):
            zip_dir = keras.utils.get_file(
                archive_name, origin=archive.as_uri(), extract=True, cache_dir=folder
            )
        return (Path(zip_dir).parent / folder_name).is_dir()


def run() -> dict[str, object]:
    model = build()
    layers = layer_table(model)
    return {
        "layers": layers,
        "layer_names": [row["name"] for row in layers],
        "model_name": model.name,
        **parameter_counts(model),
        **compilation(model),
        "kernels": [layer.filters for layer in model.layers if hasattr(layer, "filters")],
        "units": [layer.units for layer in model.layers if hasattr(layer, "units")],
        "activations": activations(model),
        "learning_rate": model.optimizer.learning_rate,
        "file_url": eval(FILE_URL),
        "path_exists": path_exists("cats_and_dogs.zip", "cats_and_dogs_filtered"),
        "arguments_of_val_data_gen": _keywords(VAL_DATA_GEN),
        **names_used(model),
        "first_line_of_log": first_line_of_log(
            steps_per_epoch(TRAIN_PICTURES, BATCH_SIZE), VALIDATED_PICTURES // BATCH_SIZE
        ),
        "place_of_string": _place_beside_the_note("the string"),
        "accuracy_in_log": nearest_share(0.8150, TRAIN_PICTURES),
        "val_accuracy_in_log": nearest_share(0.6512, VALIDATED_PICTURES),
        "impossible_accuracies_in_log": impossible_accuracies(ACCURACIES_OF_LOG, TRAIN_PICTURES),
        "impossible_val_accuracies_in_log": impossible_accuracies(
            VAL_ACCURACIES_OF_LOG, VALIDATED_PICTURES
        ),
        **{
            f"gap_in_log_of_{unit}": training - validation
            for unit, (training, validation) in LAST_OF_LOGS.items()
        },
    }


@stage(needs=("cats-and-dogs-200px",))
def data() -> dict[str, object]:
    """What does not depend on the photographs' pixels: names, numbers, and a batch's form."""
    files = datasets.load("cats-and-dogs-200px")
    training, held_out = picture_names(files, TRAIN), picture_names(files, VALIDATION)
    few = {name: files[name] for name in [*training[:20], *training[-20:]]}
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        for name, content in few.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        train_data_gen = ImageDataGenerator(rescale=1 / 255).flow_from_directory(
            batch_size=BATCH_SIZE,
            directory=Path(folder, TRAIN),
            shuffle=True,
            target_size=SIZE,
            class_mode="binary",
        )
        images, labels = next(train_data_gen)
    return {
        "pictures": len(training) + len(held_out),
        "total_train": len(training),
        "total_val": len(held_out),
        "folders": sorted({name.rpartition("/")[0] for name in [*training, *held_out]}),
        "steps": steps_per_epoch(len(training), BATCH_SIZE),
        "validation_steps": steps_per_epoch(len(held_out), BATCH_SIZE),
        "batch_shape": images.shape,
        "pixel_range": [float(images.min()), float(images.max())],
        "labels": np.unique(labels),
    }


@stage(tier="full", needs=("cats-and-dogs",))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    return {**train(datasets.load("cats-and-dogs"), seed, epochs).of_epochs(1, EPOCHS)}


@stage(tier="full", needs=("cats-and-dogs-200px",))
def over_seeds() -> dict[str, object]:
    """Accuracies after the last epoch, over five seeds."""
    files = datasets.load("cats-and-dogs-200px")
    histories = [train(files, seed) for seed in range(SEEDS)]
    return {
        "training_accuracies": np.array([history.accuracy[-1] for history in histories]),
        "validation_accuracies": np.array([history.val_accuracy[-1] for history in histories]),
    }


def _keywords(call: str) -> list[str | None]:
    """Names of the arguments that a call passes by name, in its order."""
    tree = ast.parse(call, mode="eval").body
    assert isinstance(tree, ast.Call)
    return [keyword.arg for keyword in tree.keywords]


def _place_beside_the_note(part: str) -> str:
    """Whether a part of step 3 stands above or below its note."""
    order = ORDER_OF_STEP_3
    return "above" if order.index(part) < order.index("the note on its slashes") else "below"
