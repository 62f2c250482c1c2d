"""Comparisons over paired seeds: which of two results tends to be greater."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.site.plots import svg
from harness.site.plots.figure import Figure, Row

LABELS, RIGHT, ROW = 190.0, 630.0, 40.0


@dataclass(frozen=True)
class Pair:
    """Differences of two results, a seed each, and the bounds of their mean."""

    name: str
    claim: str
    differences: Sequence[float]
    bounds: tuple[float, float]
    says: str
    standing: str


def comparisons(pairs: Sequence[Pair]) -> Figure:
    """A row for each comparison; the line is where the two are equal."""
    drawing = svg.canvas(
        ROW * len(pairs) + 4, f"Differences over seeds: {'; '.join(pair.says for pair in pairs)}"
    )
    for number, pair in enumerate(pairs):
        _draw(drawing, pair, ROW * number + 4)
    return Figure(
        title="Comparisons over seeds",
        caption=(
            "Each dot is the difference of the two results for one seed, the upright line is no "
            "difference, and the band holds the mean difference."
        ),
        drawing=svg.markup(drawing),
        head=("Comparison", "Pairs", "Mean difference", "Bounds of the mean", "Verdict"),
        rows=tuple(map(_row, pairs)),
    )


def _draw(drawing: svg.Element, pair: Pair, top: float) -> None:
    scale = svg.spanning([*pair.differences, *pair.bounds, 0.0], LABELS + 6, RIGHT)
    middle = top + 13
    svg.text(drawing, LABELS - 6, middle + 4, pair.name[:30], "name", "end")
    svg.line(drawing, scale.start, middle + 9, scale.end, middle + 9, "axis")
    low, high = map(scale, pair.bounds)
    svg.box(drawing, low, middle - 8, high - low, 16, "band")
    svg.dots(
        drawing,
        [
            (scale(value), round(middle - 4 + 4 * (index % 3), 1))
            for index, value in enumerate(sorted(pair.differences))
        ],
        "dots",
    )
    svg.line(drawing, scale(0), middle - 12, scale(0), middle + 9, "printed")
    for tick in scale.ticks(4):
        svg.text(drawing, scale(tick), middle + 21, svg.number(tick), "tick", "middle")


def _row(pair: Pair) -> Row:
    low, high = pair.bounds
    cells = (
        pair.says,
        str(len(pair.differences)),
        svg.number(float(np.mean(pair.differences))),
        f"{svg.number(low)} to {svg.number(high)}",
        pair.standing,
    )
    return Row(cells, pair.claim)
