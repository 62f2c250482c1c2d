"""A few shapes of SVG, and the scale that puts numbers on them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from harness.printable import printable

WIDTH = 640.0
Element = ET.Element


@dataclass(frozen=True)
class Scale:
    """A linear map of numbers ``low`` to ``high`` onto units ``start`` to ``end`` of a drawing."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Place of a number, to a tenth of a unit; what is off the scale stands at its end."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self, count: int = 5) -> list[float]:
        """About ``count`` round numbers on the scale."""
        raw = (self.high - self.low) / max(count, 1)
        size = 10.0 ** math.floor(math.log10(raw))
        step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= raw * 0.999)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [number * step for number in range(first, last + 1)]


def spanning(numbers: Iterable[float], start: float, end: float, margin: float = 0.04) -> Scale:
    """A scale that holds all finite numbers and a little more."""
    finite = [number for number in numbers if math.isfinite(number)] or [0.0]
    low, high = min(finite), max(finite)
    room = (high - low) * margin or abs(high) * margin or 1.0
    return Scale(low - room, high + room, start, end)


def number(value: float) -> str:
    """A number for people: six digits that count."""
    return f"{value:.6g}"


def canvas(height: float, label: str, width: float = WIDTH) -> Element:
    """An empty drawing; ``label`` is what a screen reader says of it."""
    svg = ET.Element("svg", viewBox=f"0 0 {width:g} {height:g}", role="img")
    svg.set("aria-label", printable(label))
    return svg


def text(
    parent: Element, x: float, y: float, content: str, kind: str = "", anchor: str = ""
) -> None:
    """A word at a place; ``anchor`` is middle or end where it does not begin there."""
    element = ET.SubElement(parent, "text", x=f"{x:g}", y=f"{y:g}")
    if kind:
        element.set("class", kind)
    if anchor:
        element.set("text-anchor", anchor)
    element.text = printable(content)


def line(parent: Element, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
    path(parent, f"M{x1:g} {y1:g}L{x2:g} {y2:g}", kind)


def box(parent: Element, x: float, y: float, width: float, height: float, kind: str) -> None:
    """A rectangle, at least one unit wide, so that it is seen."""
    rectangle = ET.SubElement(parent, "rect", x=f"{x:g}", y=f"{y:g}", height=f"{height:g}")
    rectangle.set("width", f"{max(width, 1.0):g}")
    rectangle.set("class", kind)


def path(parent: Element, way: str, kind: str) -> None:
    ET.SubElement(parent, "path", {"d": way, "class": kind})


def dots(parent: Element, places: Iterable[tuple[float, float]], kind: str) -> None:
    """Dots as one path of strokes without length, each place once: short, whatever their number."""
    way = "".join(f"M{x:g} {y:g}h0" for x, y in dict.fromkeys(places))
    if way:
        path(parent, way, kind)


def polyline(parent: Element, places: Sequence[tuple[float, float]], kind: str) -> None:
    way = "L".join(f"{x:g} {y:g}" for x, y in places)
    path(parent, f"M{way}", kind)


def markup(svg: Element) -> Markup:
    """The drawing as HTML; what it shows is escaped by the serialiser."""
    return Markup(ET.tostring(svg, encoding="unicode"))
