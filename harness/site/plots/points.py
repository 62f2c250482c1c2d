"""Samples of points in the plane, side by side on common axes: real, generated, along training."""

from collections.abc import Mapping

import numpy as np

from harness.site.plots import svg
from harness.site.plots.figure import Figure, Row
from harness.site.plots.panels import SIDE, panels

LEAST, MOST = 50, 1_000


def is_sample(value: object) -> bool:
    """Whether an observation is a sample of points, (n, 2)."""
    return (
        isinstance(value, np.ndarray)
        and value.dtype.kind == "f"
        and value.ndim == 2
        and value.shape[1] == 2
        and LEAST <= value.shape[0] <= MOST
        and bool(np.isfinite(value).all())
    )


def samples(named: Mapping[str, np.ndarray]) -> Figure:
    """A small plot for each sample, in the order they come."""
    everything = np.concatenate(list(named.values()))
    drawing, corners = panels("Samples of points", list(named))
    for points, (left, top) in zip(named.values(), corners, strict=True):
        x = svg.spanning(everything[:, 0], left, left + SIDE)
        y = svg.spanning(everything[:, 1], top + SIDE, top)
        svg.path(drawing, f"M{left:g} {top:g}h{SIDE:g}v{SIDE:g}h-{SIDE:g}z", "axis")
        svg.dots(drawing, [(x(a), y(b)) for a, b in points.tolist()], "dots")
    return Figure(
        title="Samples of points",
        caption="Each dot is one point of a sample; all plots have the same axes.",
        drawing=svg.markup(drawing),
        head=("Sample", "Points", "First feature", "Second feature"),
        rows=tuple(_row(name, points) for name, points in named.items()),
    )


def _row(name: str, points: np.ndarray) -> Row:
    spans = [
        f"{svg.number(low)} to {svg.number(high)}"
        for low, high in zip(points.min(axis=0), points.max(axis=0), strict=True)
    ]
    return Row((name, str(len(points)), *spans))
