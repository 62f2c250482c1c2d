"""Picture files sorted into one folder a class, as arrays for a training."""

import io
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from PIL import Image, UnidentifiedImageError

SUFFIXES = (".bmp", ".gif", ".jpeg", ".jpg", ".png", ".ppm", ".tif", ".tiff")


class Pictures(NamedTuple):
    """RGB images uint8 (n, height, width, 3), class numbers (n,), the classes' names in order."""

    images: np.ndarray
    labels: np.ndarray
    classes: list[str]


def read_pictures(files: Mapping[str, bytes], folder: str, size: tuple[int, int]) -> Pictures:
    """Every picture under ``folder`` at ``size`` (height, width), as ``flow_from_directory`` reads.

    ``files`` maps paths to contents; each folder inside ``folder`` is a class, in the order of
    their names. ``ValueError`` in one line where there is no picture, only one class, or a file
    that is no whole picture.
    """
    names = picture_names(files, folder)
    classes = sorted({_class_of(name, folder) for name in names})
    if not names:
        raise ValueError(f"there is no picture in {folder}")
    if len(classes) == 1:
        raise ValueError(f"all {len(names)} pictures in {folder} are of one class, {classes[0]}")
    return Pictures(
        np.stack([_pixels(files[name], name, size) for name in names]),
        np.array([classes.index(_class_of(name, folder)) for name in names]),
        classes,
    )


def picture_names(files: Iterable[str], folder: str) -> list[str]:
    """Paths of the picture files in the class folders of ``folder``."""
    inside = (name for name in files if name.startswith(f"{folder}/"))
    return [
        name
        for name in inside
        if name.lower().endswith(SUFFIXES) and "/" in name.removeprefix(f"{folder}/")
    ]


def _class_of(name: str, folder: str) -> str:
    return name.removeprefix(f"{folder}/").partition("/")[0]


def _pixels(content: bytes, name: str, size: tuple[int, int]) -> np.ndarray:
    height, width = size
    try:
        with Image.open(io.BytesIO(content)) as picture:
            scaled = picture.convert("RGB").resize((width, height), Image.Resampling.NEAREST)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        reason = "no picture" if isinstance(error, UnidentifiedImageError) else str(error)
        raise ValueError(f"{name} cannot be read: {reason}") from None
    return np.asarray(scaled)
