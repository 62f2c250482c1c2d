"""Results along a training: ``loss_epoch_1``, ``loss_epoch_2`` ... over all seeds.

Names that end in a number are one series. ``untrained`` comes before them and ``trained`` after
them; what was measured for comparison, ``held_out`` or ``of_two_real_samples``, is a level line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from harness.site.plots import svg
from harness.site.plots.figure import Figure, Row

FIRST, LAST = "untrained", "trained"
LEVELS = ("held_out", "of_two_real_samples")
LEAST = 2
THIN_LINES = 40  # seeds that are drawn one by one
LEFT, RIGHT, TOP, BOTTOM, HEIGHT = 64.0, 626.0, 12.0, 210.0, 246.0

_NUMBERED = re.compile(r"(?P<name>.*[^_\d])_(?P<number>\d+)")


@dataclass(frozen=True)
class Series:
    """Results of one name at several places, which ``steps`` label; ``levels`` compare."""

    name: str
    steps: tuple[str, ...]
    results: tuple[str, ...]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Printed:
    """What the book prints of one result: the number, its words and the claim."""

    value: float
    words: str
    claim: str


@dataclass(frozen=True)
class Measured:
    """Values of results over seeds by name, what is printed of them, and the run judged here."""

    seeds: Mapping[str, Sequence[float]]
    printed: Mapping[str, Printed] = field(default_factory=dict)
    own: Mapping[str, float] = field(default_factory=dict)


def found_series(names: Iterable[str]) -> list[Series]:
    """The series among the names of results."""
    names = list(names)
    numbered: dict[str, list[int]] = {}
    for name in names:
        match = _NUMBERED.fullmatch(name)
        if match:
            numbered.setdefault(match["name"], []).append(int(match["number"]))
        elif name.endswith(f"_{FIRST}"):
            numbered.setdefault(name.removesuffix(f"_{FIRST}"), [])
    found = []
    for name, places in numbered.items():
        words = [FIRST, *map(str, sorted(places)), LAST]
        steps = tuple(word for word in words if f"{name}_{word}" in names)
        levels = tuple(f"{name}_{word}" for word in LEVELS if f"{name}_{word}" in names)
        if len(steps) >= LEAST:
            results = tuple(f"{name}_{step}" for step in steps)
            found.append(Series(name, steps, results, levels))
    return found


def draw(series: Series, measured: Measured) -> Figure:
    """The series over its steps: seeds, their median, and the prints."""
    shown = (*series.results, *series.levels)
    values = {name: np.asarray(measured.seeds[name], dtype=float) for name in shown}
    printed = {n: measured.printed[n] for n in series.results if n in measured.printed}
    y = svg.spanning(
        [*np.concatenate(list(values.values())), *(mark.value for mark in printed.values())],
        BOTTOM,
        TOP,
    )
    x = _places(series.steps)
    seeds = len(values[series.results[0]])
    drawing = svg.canvas(HEIGHT, f"{series.name} at {', '.join(series.steps)}, {seeds} seeds")
    _axes(drawing, series, x, y)
    for name in series.levels:
        level = y(float(np.median(values[name])))
        svg.line(drawing, LEFT, level, RIGHT, level, "level")
        svg.text(drawing, RIGHT, level - 4, name.removeprefix(f"{series.name}_"), "tick", "end")
    _curves(drawing, np.array([values[name] for name in series.results]), x, y)
    own = [measured.own.get(name) for name in series.results]
    if all(value is not None for value in own):
        svg.polyline(
            drawing, [(a, y(b)) for a, b in zip(x, own, strict=True) if b is not None], "own"
        )
    for place, name in zip(x, series.results, strict=True):
        if name in printed:
            height = y(printed[name].value)
            svg.path(drawing, f"M{place - 6:g} {height:g}l6 -6l6 6l-6 6z", "mark")
    return Figure(
        title=f"{series.name} along the way",
        caption=_caption(seeds, printed=bool(printed), own=None not in own, series=series),
        drawing=svg.markup(drawing),
        head=("At", "Smallest", "Median", "Largest", "Printed"),
        rows=tuple(
            _row(step, values[name], printed.get(name))
            for step, name in [
                *zip(series.steps, series.results, strict=True),
                *((name.removeprefix(f"{series.name}_"), name) for name in series.levels),
            ]
        ),
    )


def _places(steps: Sequence[str]) -> list[float]:
    """Where each step stands: in proportion where all are numbers, else evenly."""
    numeric = all(step.isdigit() for step in steps)
    numbers = [float(step) for step in steps] if numeric else list(map(float, range(len(steps))))
    scale = svg.spanning(numbers, LEFT, RIGHT)
    return [scale(number) for number in numbers]


def _axes(drawing: svg.Element, series: Series, x: Sequence[float], y: svg.Scale) -> None:
    svg.line(drawing, LEFT, TOP, LEFT, BOTTOM, "axis")
    svg.line(drawing, LEFT, BOTTOM, RIGHT, BOTTOM, "axis")
    for tick in y.ticks():
        svg.line(drawing, LEFT - 4, y(tick), LEFT, y(tick), "axis")
        svg.text(drawing, LEFT - 8, y(tick) + 4, svg.number(tick), "tick", "end")
    every = -(-len(x) // 10)
    for place, step in list(zip(x, series.steps, strict=True))[::every]:
        svg.text(drawing, place, BOTTOM + 16, step, "tick", "middle")


def _curves(drawing: svg.Element, values: np.ndarray, x: Sequence[float], y: svg.Scale) -> None:
    """``values`` has a row a step and a column a seed."""
    if values.shape[1] <= THIN_LINES:
        for seed in values.T:
            svg.polyline(drawing, _points(seed, x, y), "seed")
    else:
        top, bottom = _points(values.max(axis=1), x, y), _points(values.min(axis=1), x, y)
        way = "L".join(f"{a:g} {b:g}" for a, b in [*top, *reversed(bottom)])
        svg.path(drawing, f"M{way}z", "band")
    svg.polyline(drawing, _points(np.median(values, axis=1), x, y), "median")


def _points(values: Iterable[float], x: Sequence[float], y: svg.Scale) -> list[tuple[float, float]]:
    return [(place, y(float(value))) for place, value in zip(x, values, strict=True)]


def _caption(seeds: int, *, printed: bool, own: bool, series: Series) -> str:
    each = "a thin line is a seed" if seeds <= THIN_LINES else "the band holds all seeds"
    parts = [f"{seeds} seeds: {each}, the thick line their median"]
    if own:
        parts.append("the dashed line is the run that was judged")
    if printed:
        parts.append("diamonds are as printed")
    if series.levels:
        parts.append("level lines are medians of what it is compared with")
    return f"{'; '.join(parts)}."


def _row(step: str, values: np.ndarray, printed: Printed | None) -> Row:
    cells = (step, *map(svg.number, (values.min(), float(np.median(values)), values.max())))
    return Row((*cells, printed.words if printed else ""), printed.claim if printed else "")
