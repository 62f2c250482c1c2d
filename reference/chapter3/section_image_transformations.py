"""Horizontal Flipping to Shearing: what ImageDataGenerator makes of an image."""

from typing import Any

import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference.attempts import attempt
from reference.chapter3.section_data_augmentation import IMAGES, LISTED

IMAGE = IMAGES[0]
RAMP = np.tile(np.arange(100, dtype=np.float32), (100, 1))[..., np.newaxis]  # the column's number
SQUARE = np.pad(np.ones((15, 15), np.float32), 8)[..., np.newaxis]  # bright on black
STILL = {"zx": 1}
TECHNIQUES = {
    "flip_horizontal": "horizontal flipping",
    "flip_vertical": "vertical flipping",
    "zx": "zooming",
    "ty": "horizontal shifting",
    "tx": "vertical shifting",
    "theta": "rotating",
    "shear": "shearing",
}


def moved(image: np.ndarray, fill_mode: str = "nearest", **parameters: float) -> np.ndarray:
    """The image (rows, columns, channels) that Keras makes with these parameters."""
    result: np.ndarray = ImageDataGenerator(fill_mode=fill_mode).apply_transform(image, parameters)
    return result


def axis_of(option: str) -> str:
    """Along which axis images move in a generator with this one range, of 2 pixels."""
    generator = ImageDataGenerator(**{option: [2.0]})
    shifted = generator.apply_transform(IMAGE, generator.get_random_transform(IMAGE.shape))
    inner = np.s_[4:-4, 4:-4]
    along_rows = (np.roll(IMAGE, pixels, axis=1)[inner] for pixels in (-2, 2))
    found = any(np.array_equal(shifted[inner], expected) for expected in along_rows)
    return "horizontal" if found else "vertical"


def techniques(options: dict[str, Any]) -> list[str]:
    """Which of the seven transformations a generator makes at least once in 100 draws."""
    generator = ImageDataGenerator(**options)
    draws = [generator.get_random_transform(IMAGE.shape) for _ in range(100)]
    return [
        name
        for key, name in TECHNIQUES.items()
        if any(float(draw[key]) != STILL.get(key, 0) for draw in draws)
    ]


def slanting_pairs(image: np.ndarray) -> int:
    """How many of the square's two pairs of opposite edges run along no axis."""
    bright = image[..., 0] > 0.5
    first_of_rows = bright[13:18].argmax(axis=1)
    first_of_columns = bright[:, 13:18].argmax(axis=0)
    return sum(int(np.ptp(first) > 1) for first in (first_of_rows, first_of_columns))


def run() -> dict[str, object]:
    # Both shifts at once, since releases of Keras differ in which of them runs along a row.
    shifted, blackened = (moved(RAMP, mode, tx=10, ty=10) for mode in ("nearest", "constant"))
    half = (RAMP < 50).astype(np.float32)
    turned = moved(half, theta=90)
    return {
        "mirror_image_differs_by": np.abs(moved(IMAGE, flip_horizontal=1) - IMAGE[:, ::-1]).max(),
        "upside_down_differs_by": np.abs(moved(IMAGE, flip_vertical=1) - IMAGE[::-1]).max(),
        "bright_pixels": int((SQUARE > 0.5).sum()),
        "bright_pixels_zoomed_in": int((moved(SQUARE, zx=0.7, zy=0.7) > 0.5).sum()),
        "axis_of_width_shift": axis_of("width_shift_range"),
        "axis_of_height_shift": axis_of("height_shift_range"),
        "shape_after_shift": list(shifted.shape),
        "columns_cropped": 100 - len(np.unique(shifted[0])),
        "void_less_neighbour": np.abs(shifted[:, -10:] - RAMP[:, -1:]).max(),
        "void_filled_black": blackened[:, -10:].max(),
        "edge_after_quarter_turn": (
            "horizontal"
            if np.ptp(turned.mean(axis=1)) > np.ptp(turned.mean(axis=0))
            else "vertical"
        ),
        "slanting_pairs": slanting_pairs(moved(SQUARE, shear=30)),
        "listing": attempt(lambda: ImageDataGenerator(**LISTED)),
        "techniques_of_keras": techniques({**LISTED, "vertical_flip": True}),
    }
