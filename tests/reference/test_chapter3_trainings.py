"""Chapter 3's trainings run from pictures to results on small ones, and refuse bad ones."""

import io

import numpy as np
import pytest
from PIL import Image

from reference.chapter3 import activity_3_02, exercise_3_03, exercise_3_04
from reference.training import Validation

RESULTS = {
    f"{name}_epoch_{epoch}"
    for name in ("loss", "accuracy", "val_loss", "val_accuracy")
    for epoch in (1, 5)
}


def plain_pictures(folders: dict[str, int], count: int = 4) -> dict[str, bytes]:
    """``count`` pictures in each folder, of the brightness that the folder is given."""
    files = {}
    for folder, brightness in folders.items():
        for number in range(count):
            pixels = np.full((24, 30, 3), brightness + number, dtype=np.uint8)
            content = io.BytesIO()
            Image.fromarray(pixels).save(content, "JPEG")
            files[f"{folder}/{number}.jpg"] = content.getvalue()
    return files


def test_cats_and_dogs_are_learned_from_their_folders() -> None:
    folders = {
        f"{part}/{kind}": brightness
        for part in (exercise_3_03.TRAIN, exercise_3_03.VALIDATION)
        for kind, brightness in (("cats", 40), ("dogs", 220))
    }
    history = exercise_3_03.train(plain_pictures(folders), seed=0)
    assert history.of_epochs(1, 5).keys() == RESULTS
    assert np.isfinite(history.loss).all()


def test_fruits_are_learned_by_the_head_alone() -> None:
    folders = {
        f"{part}/{kind}": brightness
        for part in (activity_3_02.TRAINING, activity_3_02.TEST)
        for kind, brightness in (("Apple", 30), ("Banana", 130), ("Cherry", 230))
    }
    history = activity_3_02.train(plain_pictures(folders), None, seed=0, size=(32, 32))
    assert history.of_epochs(1, 5).keys() == RESULTS
    assert np.isfinite(history.loss).all()


def test_frozen_weights_stay_as_they_are_while_the_head_learns() -> None:
    base = activity_3_02.frozen_base(None, (32, 32))
    model = activity_3_02.build(base, classes=3)
    before, head = base.get_weights(), model.layers[-1].get_weights()[0]
    model.train_on_batch(np.ones((3, 32, 32, 3), np.float32), np.arange(3))
    for old, new in zip(before, base.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)
    assert (model.layers[-1].get_weights()[0] != head).any()


def test_small_colour_pictures_are_augmented_and_validated() -> None:
    generator = np.random.default_rng(0)
    x = generator.integers(256, size=(40, 32, 32, 3), dtype=np.uint8)
    y = generator.integers(10, size=(40, 1), dtype=np.uint8)
    validation = Validation(x[:20] / np.float32(255), y[:20, 0], exercise_3_04.AUGMENT)
    judged = exercise_3_04.train(x, y, seed=0, validation=validation)
    alone = exercise_3_04.train(x, y, seed=0, validation=None)
    assert judged.of_epochs(1, 5).keys() == RESULTS
    np.testing.assert_allclose(judged.loss, alone.loss, rtol=1e-5)


@pytest.mark.parametrize(
    ("folders", "problem"),
    [
        ({}, "there is no picture in cats_and_dogs_filtered/train"),
        ({f"{exercise_3_03.TRAIN}/cats": 40}, "all 4 pictures in .* are of one class, cats"),
    ],
)
def test_a_folder_that_cannot_be_learned_from_is_told_in_one_line(
    folders: dict[str, int], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        exercise_3_03.train(plain_pictures(folders), seed=0)
