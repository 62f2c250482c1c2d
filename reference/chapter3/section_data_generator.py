"""Data Generator: pictures from folders, batch by batch."""

import contextlib
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import keras
import numpy as np
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference.attempts import attempt
from reference.chapter3.api_names import names_used
from reference.training import steps_per_epoch

PICTURES = {"cats": 6, "dogs": 4}
BATCH_SIZE = 4
NAMES_OF_LISTINGS = ("train_imggen", "train_datagen")


@contextlib.contextmanager
def picture_folder() -> Iterator[Path]:
    """A training directory of ten small pictures in two classes."""
    with tempfile.TemporaryDirectory() as folder:
        generator = np.random.default_rng(0)
        for kind, count in PICTURES.items():
            Path(folder, kind).mkdir()
            for number in range(count):
                pixels = generator.integers(256, size=(120, 140, 3), dtype=np.uint8)
                Image.fromarray(pixels).save(Path(folder, kind, f"{number}.png"))
        yield Path(folder)


def updates_of_fit(rows: int) -> int:
    """Steps of the optimizer in one epoch of ``fit`` with its default batches."""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((rows, 2)), np.zeros((rows, 1)), verbose=0)
    return int(model.optimizer.iterations)


def run() -> dict[str, object]:
    train_imggen = ImageDataGenerator(rescale=1.0 / 255)
    with picture_folder() as train_dir, contextlib.redirect_stdout(io.StringIO()):
        train_datagen = train_imggen.flow_from_directory(
            batch_size=BATCH_SIZE,
            directory=train_dir,
            shuffle=True,
            target_size=(100, 100),
            class_mode="binary",
        )
        with mock.patch.object(Image, "open", wraps=Image.open) as opened:
            images, _ = next(train_datagen)
        drawn = [len(images)]
        steps = steps_per_epoch(train_datagen.samples, BATCH_SIZE)
        drawn += [len(next(train_datagen)[0]) for _ in range(steps - 1)]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    return {
        **names_used(model),
        "rescaled_range": [float(images.min()), float(images.max())],
        "classes": sorted(train_datagen.class_indices),
        "pictures_found": train_datagen.samples,
        "kinds_of_label": np.unique(train_datagen.classes),
        "batch_shape": images.shape,
        "pictures_read_for_a_batch": opened.call_count,
        "train_data_gen": attempt(
            lambda: eval("train_data_gen", dict.fromkeys(NAMES_OF_LISTINGS, train_datagen))
        ),
        "steps": steps,
        "pictures_left_out": train_datagen.samples - sum(drawn),
        "updates_of_fit": updates_of_fit(rows=64),
    }
