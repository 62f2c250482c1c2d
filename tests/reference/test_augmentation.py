"""Images are moved on tensors as Keras's own ImageDataGenerator moves them on arrays."""

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference.augmentation import Augmentation, Movement, move

HEIGHT, WIDTH = 12, 12


def images(count: int) -> np.ndarray:
    return np.random.default_rng(3).random((count, HEIGHT, WIDTH, 2), dtype=np.float32)


def movement(**given: float) -> Movement:
    still = dict.fromkeys(Movement._fields, 0.0) | {"zoom_x": 1.0, "zoom_y": 1.0} | given
    return Movement(**{name: tf.constant([value]) for name, value in still.items()})


@settings(max_examples=60, deadline=None)
@given(
    rotation=st.floats(-180, 180, width=32),
    shift_x=st.floats(-5, 5, width=32),
    shift_y=st.floats(-5, 5, width=32),
    shear=st.floats(-40, 40, width=32),
    zoom_x=st.floats(0.5, 1.5, width=32),
    zoom_y=st.floats(0.5, 1.5, width=32),
    flip=st.sampled_from([0.0, 1.0]),
)
def test_a_movement_gives_the_image_that_keras_gives(**drawn: float) -> None:
    image = images(1)
    theirs = ImageDataGenerator().apply_transform(
        image[0],
        {
            "theta": drawn["rotation"],
            "tx": drawn["shift_x"],
            "ty": drawn["shift_y"],
            "shear": drawn["shear"],
            "zx": drawn["zoom_x"],
            "zy": drawn["zoom_y"],
            "flip_horizontal": bool(drawn["flip"]),
        },
    )
    ours = move(image, movement(**drawn))[0].numpy()
    np.testing.assert_allclose(ours, theirs, atol=2e-4)


def test_no_movement_changes_nothing() -> None:
    seed = tf.constant([0, 0])
    np.testing.assert_array_equal(Augmentation()(images(4), seed), images(4))


def test_a_flip_alone_mirrors_about_half_of_the_images_exactly() -> None:
    batch = images(2000)
    moved = Augmentation(horizontal_flip=True)(batch, tf.constant([1, 2])).numpy()
    mirrored = (moved == batch[:, :, ::-1]).all(axis=(1, 2, 3))
    kept = (moved == batch).all(axis=(1, 2, 3))
    assert (mirrored ^ kept).all()
    assert 900 < mirrored.sum() < 1100


def test_movements_are_spread_over_the_ranges_that_keras_draws_from() -> None:
    ranges = {
        "rotation_range": 40.0,
        "width_shift_range": 0.1,
        "height_shift_range": 0.1,
        "shear_range": 0.2,
        "zoom_range": 0.2,
    }
    drawn = Augmentation(**ranges).draw(tf.zeros([4000, HEIGHT, WIDTH, 1]), tf.constant([5, 6]))
    generator = ImageDataGenerator(**ranges)
    np.random.seed(7)
    theirs = [generator.get_random_transform((HEIGHT, WIDTH, 1)) for _ in range(4000)]
    names = {
        "rotation": "theta",
        "shift_x": "ty",  # Keras draws its tx from height_shift_range
        "shift_y": "tx",
        "shear": "shear",
        "zoom_x": "zx",
        "zoom_y": "zy",
    }
    for ours, name in names.items():
        values = np.array([one[name] for one in theirs])
        found = getattr(drawn, ours).numpy()
        spread = values.max() - values.min()
        assert abs(found.mean() - values.mean()) < 0.02 * spread
        assert found.std() == pytest.approx(values.std(), rel=0.03)
        assert np.abs(found.min() - values.min()) < 0.01 * spread
        assert np.abs(found.max() - values.max()) < 0.01 * spread


def test_the_same_seed_gives_the_same_images_and_another_seed_others() -> None:
    augment = Augmentation(rotation_range=40)
    first, again, other = (
        augment(images(3), tf.constant(seed)).numpy() for seed in ([0, 1], [0, 1], [0, 2])
    )
    np.testing.assert_array_equal(first, again)
    assert (first != other).any(axis=(1, 2, 3)).all()


def test_a_shift_of_the_width_moves_along_the_rows() -> None:
    image = np.arange(HEIGHT * WIDTH, dtype=np.float32).reshape(1, HEIGHT, WIDTH, 1)
    moved = move(image, movement(shift_x=2.0)).numpy()
    np.testing.assert_array_equal(moved[0, :, :-2], image[0, :, 2:])
    np.testing.assert_array_equal(moved[0, :, -2:], np.repeat(image[0, :, -1:], 2, axis=1))
