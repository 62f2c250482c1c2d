"""A judge of images says what they show, and how far they are from real ones."""

import numpy as np
import pytest

from reference.chapter7.judge import CLASSES, Judge, judge, train_judge


def bars(seed: int, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Images of ten classes: a bright bar in one of ten places, in noise."""
    generator = np.random.default_rng(seed)
    labels = generator.integers(CLASSES, size=number)
    images = generator.normal(-0.8, 0.1, size=(number, 28, 28, 1)).astype(np.float32)
    for image, label in zip(images, labels, strict=True):
        image[2 * label + 3 : 2 * label + 5] += 1.6
    return images, labels


@pytest.fixture(scope="module")
def by() -> Judge:
    images, labels = bars(0, 1500)
    return train_judge(images, labels, bars(1, 400)[0], epochs=6)


def test_it_is_sure_of_unseen_real_images_and_finds_every_class(by: Judge) -> None:
    judgement = judge(by, bars(2, 400)[0])
    assert judgement.share_sure > 0.9
    assert judgement.classes == list(range(CLASSES))


def test_noise_is_farther_from_real_images_than_others_are(by: Judge) -> None:
    noise = np.random.default_rng(3).uniform(-1, 1, (400, 28, 28, 1)).astype(np.float32)
    assert judge(by, noise).distance > 5 * judge(by, bars(2, 400)[0]).distance


def test_mode_collapse_shows_as_a_single_class(by: Judge) -> None:
    images, labels = bars(4, 2000)
    judgement = judge(by, images[labels == 5])
    assert judgement.classes == [5]
    assert judgement.distance > 5 * judge(by, images).distance
