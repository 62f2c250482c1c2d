"""Contests of Chapter 3's trainings: tensors in one compiled loop against Python's generators.

Random pictures stand for the real ones: the time of an epoch does not depend on values.
"""

import io
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from harness.bench.workloads.contests.contest import Contest
from reference.chapter3 import activity_3_01, exercise_3_02, exercise_3_03, exercise_3_04
from reference.cores import Core
from reference.pictures import read_pictures

FOLDER = "train"
PHOTOGRAPHS = 240


@cache
def _pictures(count: int, shape: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    pictures = generator.integers(256, size=(count, *shape), dtype=np.uint8)
    return pictures, generator.integers(10, size=count)


@cache
def _photographs() -> dict[str, bytes]:
    """JPEG files in two folders, a third larger than the network's input on each side."""
    pixels, _ = _pictures(PHOTOGRAPHS, (133, 133, 3))
    files = {}
    for number, picture in enumerate(pixels):
        content = io.BytesIO()
        Image.fromarray(picture).save(content, "JPEG")
        kind = "cats" if number % 2 else "dogs"
        files[f"{FOLDER}/{kind}/{number}.jpg"] = content.getvalue()
    return files


def _contest(
    core: Core, shape: tuple[int, int, int], count: int, ranges: dict[str, Any] | None
) -> Contest:
    """``count`` pictures; the peer moves them in ``ranges`` by a generator, None: without one."""

    def compiled() -> np.ndarray:
        pictures, labels = _pictures(count, shape)
        return core.train(pictures, labels, epochs=1)[1].loss

    def listed(epochs: int) -> np.ndarray:
        pictures, labels = _pictures(count, shape)
        if ranges is None:
            history = core.build().fit(
                pictures / np.float32(255), labels, core.batch_size, epochs, verbose=0
            )
        else:
            generator = ImageDataGenerator(rescale=1 / 255, **ranges)
            batches = generator.flow(pictures, labels, batch_size=core.batch_size)
            history = core.build().fit(batches, epochs=epochs, verbose=0)
        return np.array(history.history["loss"])

    return Contest(core.unit, compiled, listed, 1, 1, same_numbers=False)


def _from_folders() -> Contest:
    core = exercise_3_03.CORE

    def compiled() -> np.ndarray:
        training = read_pictures(_photographs(), FOLDER, exercise_3_03.SIZE)
        labels = training.labels[:, np.newaxis]
        return core.train(training.images, labels)[1].loss

    def listed(epochs: int) -> np.ndarray:
        with tempfile.TemporaryDirectory() as folder:
            for name, content in _photographs().items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            batches = ImageDataGenerator(rescale=1 / 255).flow_from_directory(
                Path(folder, FOLDER),
                batch_size=core.batch_size,
                target_size=exercise_3_03.SIZE,
                class_mode="binary",
            )
            history = core.build().fit(batches, epochs=epochs, verbose=0)
        return np.array(history.history["loss"])

    return Contest(core.unit, compiled, listed, core.epochs, core.epochs, same_numbers=False)


PICTURES = (
    _contest(exercise_3_02.CORE, (28, 28, 1), 12_000, None),
    _from_folders(),
    _contest(exercise_3_04.CORE, (32, 32, 3), 4_000, exercise_3_04.RANGES),
    _contest(activity_3_01.CORE, (28, 28, 1), 4_000, activity_3_01.RANGES),
)
