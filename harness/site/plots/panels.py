"""Small square plots side by side, each under its name."""

from collections.abc import Iterator, Sequence

from harness.site.plots import svg

ACROSS, SIDE, GAP, HEAD = 3, 200.0, 16.0, 22.0


def panels(what: str, names: Sequence[str]) -> tuple[svg.Element, Iterator[tuple[float, float]]]:
    """A drawing with a square of ``SIDE`` for each name, and the left upper corner of each."""
    lines = -(-len(names) // ACROSS)
    drawing = svg.canvas(lines * (SIDE + HEAD + GAP), f"{what}: {', '.join(names)}")
    return drawing, _corners(drawing, names)


def _corners(drawing: svg.Element, names: Sequence[str]) -> Iterator[tuple[float, float]]:
    for number, name in enumerate(names):
        left = (number % ACROSS) * (SIDE + GAP)
        top = (number // ACROSS) * (SIDE + HEAD + GAP) + HEAD
        svg.text(drawing, left, top - 7, name, "name")
        yield left, top
