"""Seed distributions: every seed a dot, the prediction interval, and what the book prints."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.site.plots import svg
from harness.site.plots.figure import Figure, Row

LABELS, RIGHT, ROW, DOT_ROWS = 190.0, 630.0, 46.0, 4


@dataclass(frozen=True)
class Strip:
    """One result over seeds, beside what is printed and the interval that judges it.

    ``interval`` is a pair of numbers, as is ``printed``, the numbers that round to the print
    ``words``; ``own`` is the result of the run that was judged.
    """

    name: str
    claim: str
    values: Sequence[float]
    interval: tuple[float, float]
    printed: tuple[float, float]
    words: str
    standing: str
    own: float | None = None

    @property
    def numbers(self) -> list[float]:
        """Every number that the strip shows."""
        own = [] if self.own is None else [self.own]
        return [*self.values, *self.interval, *self.printed, *own]


def distributions(strips: Sequence[Strip]) -> Figure:
    """A row for each result, each on a scale of its own."""
    height = ROW * len(strips) + 4
    drawing = svg.canvas(height, f"Seed distributions of {', '.join(s.name for s in strips)}")
    for number, strip in enumerate(strips):
        _draw(drawing, strip, ROW * number + 4)
    own = [strip.own is not None for strip in strips]
    seeds = max(len(strip.values) for strip in strips)
    return Figure(
        title="Distribution over seeds",
        caption=(
            f"Each dot is one of {seeds} seeds, the band is the prediction interval that the print "
            "must meet, and the upright line is the print with the numbers that round to it."
            + (" The ring is the run that was judged." if any(own) else "")
        ),
        drawing=svg.markup(drawing),
        head=("Result", "Printed", "Median", "Interval", "Seeds", "Verdict"),
        rows=tuple(map(_row, strips)),
    )


def _draw(drawing: svg.Element, strip: Strip, top: float) -> None:
    scale = svg.spanning(strip.numbers, LABELS + 6, RIGHT)
    middle = top + 16
    svg.text(drawing, LABELS - 6, middle + 4, _short(strip.name), "name", "end")
    svg.line(drawing, scale.start, middle + 12, scale.end, middle + 12, "axis")
    low, high = map(scale, strip.interval)
    svg.box(drawing, low, middle - 10, high - low, 20, "band")
    svg.dots(drawing, _spread(strip.values, scale, middle), "dots")
    if strip.own is not None:
        x = scale(strip.own)
        svg.path(drawing, f"M{x - 5:g} {middle:g}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", "own")
    left, right = map(scale, strip.printed)
    svg.box(drawing, left, middle - 14, right - left, 28, "printed")
    for tick in scale.ticks(4):
        svg.text(drawing, scale(tick), middle + 24, svg.number(tick), "tick", "middle")


def _spread(values: Sequence[float], scale: svg.Scale, middle: float) -> list[tuple[float, float]]:
    """Dots on a few lines in turn, so that neighbours do not hide each other."""
    lines = DOT_ROWS if len(values) > 30 else 2
    step = 14 / lines
    return [
        (scale(value), round(middle - 7 + step * (index % lines) + step / 2, 1))
        for index, value in enumerate(sorted(values))
    ]


def _row(strip: Strip) -> Row:
    low, high = strip.interval
    cells = (
        strip.name,
        strip.words,
        svg.number(float(np.median(strip.values))),
        f"{svg.number(low)} to {svg.number(high)}",
        str(len(strip.values)),
        strip.standing,
    )
    return Row(cells, strip.claim)


def _short(name: str, limit: int = 30) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1]}…"
