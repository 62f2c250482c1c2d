"""Samples of gray pictures, side by side: real ones, and what a generator makes along training."""

import base64
import io
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import numpy as np

from harness.site.plots import svg
from harness.site.plots.figure import Figure, Row
from harness.site.plots.panels import SIDE, panels

LEAST, MOST = 4, 100  # pictures in a sample
SMALLEST, LARGEST = 8, 64  # pixels on a side
SHOWN, COLUMNS = 16, 4  # of each sample


def is_sample(value: object) -> bool:
    """Whether an observation is a sample of gray pictures, (n, height, width, 1)."""
    return (
        isinstance(value, np.ndarray)
        and value.dtype.kind == "f"
        and value.ndim == 4
        and value.shape[3] == 1
        and LEAST <= value.shape[0] <= MOST
        and all(SMALLEST <= side <= LARGEST for side in value.shape[1:3])
        and bool(np.isfinite(value).all())
    )


def samples(named: Mapping[str, np.ndarray]) -> Figure:
    """The first pictures of each sample, in the order they come, on one scale of grays."""
    low = min(float(pictures.min()) for pictures in named.values())
    high = max(float(pictures.max()) for pictures in named.values())
    drawing, corners = panels("Samples of pictures", list(named))
    for pictures, (left, top) in zip(named.values(), corners, strict=True):
        grays = (pictures[:SHOWN, ..., 0] - low) / ((high - low) or 1.0)
        sheet = ET.SubElement(drawing, "image", href=_png(_sheet(grays)))
        for key, length in {"x": left, "y": top, "width": SIDE, "height": SIDE}.items():
            sheet.set(key, f"{length:g}")
    return Figure(
        title="Samples of pictures",
        caption=f"The first {SHOWN} pictures of each sample, all on one scale of grays.",
        drawing=svg.markup(drawing),
        head=("Sample", "Pictures", "Gray levels", "Mean", "Standard deviation"),
        rows=tuple(_row(name, pictures) for name, pictures in named.items()),
    )


def _sheet(grays: np.ndarray) -> np.ndarray:
    """The pictures in rows of ``COLUMNS``, a white line between them; levels from 0 to 1."""
    framed = np.pad(grays, ((0, -len(grays) % COLUMNS), (1, 1), (1, 1)), constant_values=1.0)
    count, height, width = framed.shape
    rows = framed.reshape(count // COLUMNS, COLUMNS, height, width).swapaxes(1, 2)
    return rows.reshape(-1, COLUMNS * width)


def _png(grays: np.ndarray) -> str:
    """The picture as an address that holds it whole."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray((255 * grays).round().astype(np.uint8)).save(file, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def _row(name: str, pictures: np.ndarray) -> Row:
    levels = f"{svg.number(float(pictures.min()))} to {svg.number(float(pictures.max()))}"
    mean, deviation = svg.number(float(pictures.mean())), svg.number(float(pictures.std()))
    return Row((name, str(len(pictures)), levels, mean, deviation))
