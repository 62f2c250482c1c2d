"""Plots of benchmarks: each core's history, CPU against GPU, and the distance to the limit."""

from collections.abc import Sequence
from typing import NamedTuple

from harness.bench.report import wording
from harness.bench.report.measured import Measured
from harness.bench.report.past import Course, Past
from harness.site.plots import Figure, svg
from harness.site.plots.figure import Row

LABELS, LEFT, RIGHT, ROW = 190.0, 64.0, 626.0, 30.0
TOP, BOTTOM, HEIGHT = 14.0, 150.0, 190.0
LEAST_RUNS = 2


def figures(past: Past) -> list[Figure]:
    """Whatever there is to draw."""
    drawn = [history(course) for course in past.courses if len(course.points) >= LEAST_RUNS]
    limited = [row for row in past.newest if row.share]
    devices = pairs_of_devices(past.everywhere)
    return [
        *([limits(limited)] if limited else []),
        *([cpu_against_gpu(devices)] if devices else []),
        *drawn,
    ]


def history(course: Course) -> Figure:
    """Seconds of a unit of work over the runs; a line for each stretch of one level."""
    x = svg.spanning(range(len(course.points)), LEFT, RIGHT)
    y = svg.spanning([0.0, *course.seconds], BOTTOM, TOP)
    drawing = svg.canvas(HEIGHT, f"{course.core}: seconds a {course.work} over the runs")
    svg.line(drawing, LEFT, BOTTOM, RIGHT, BOTTOM, "axis")
    for tick in y.ticks(4):
        svg.text(
            drawing, LEFT - 6, y(tick) + 4, wording.seconds(tick) if tick else "0", "tick", "end"
        )
    for stretch in course.stretches:
        ends = x(stretch.begin - 0.4), x(stretch.end - 0.6)
        svg.line(drawing, ends[0], y(stretch.seconds), ends[1], y(stretch.seconds), "median")
        if stretch.begin:
            commit = course.points[stretch.begin].run.record.commit
            svg.line(drawing, ends[0], TOP, ends[0], BOTTOM, "level")
            svg.text(drawing, ends[0], BOTTOM + 18, commit, "tick", "middle")
    places = [(x(place), y(seconds)) for place, seconds in enumerate(course.seconds)]
    svg.dots(drawing, places, "dots")
    rows = [
        Row((point.run.name, point.run.record.commit, wording.seconds(seconds)))
        for point, seconds in zip(course.points, course.seconds, strict=True)
    ]
    return Figure(
        title=course.core,
        caption="Each dot is a run, each level line a stretch of one speed; a new one begins at "
        "the upright line, with the commit under it.",
        drawing=svg.markup(drawing),
        head=("Run", "Commit", f"A {course.work}"),
        rows=tuple(rows),
    )


def limits(rows: Sequence[Measured]) -> Figure:
    """How much of the rate that the bare work reaches each core reaches."""
    bars = [
        Bar(row.core.label, row.share.ratio, wording.percent(row.share))
        for row in rows
        if row.share
    ]
    return _bars(
        "Distance to the limit",
        "How much of the rate of the bare products and convolutions each core reaches; the upright "
        "line is all of it.",
        bars,
        "Share of the limit",
    )


class Devices(NamedTuple):
    """The newest figures of one core on the CPU and on a GPU."""

    cpu: Measured
    gpu: Measured

    @property
    def faster(self) -> float:
        """How many times faster the GPU is, by samples or else by units of work."""
        cpu, gpu = (row.samples_per_second or row.per_second or 0.0 for row in self)
        return gpu / cpu if cpu else 0.0


def pairs_of_devices(rows: Sequence[Measured]) -> list[Devices]:
    """Cores of one name that were measured on both; each GPU figure beside the CPU's."""
    cpu = {row.core.name: row for row in rows if row.core.identity.device == "cpu"}
    return [
        Devices(cpu[row.core.name], row)
        for row in rows
        if row.core.identity.device == "gpu" and row.core.name in cpu
    ]


def cpu_against_gpu(pairs: Sequence[Devices]) -> Figure:
    """How many times faster each core is on the GPU; the upright line is as fast."""
    bars = [
        Bar(
            pair.gpu.core.label,
            pair.faster,
            f"{pair.faster:.1f} (CPU {wording.seconds(pair.cpu.seconds)}, "
            f"GPU {wording.seconds(pair.gpu.seconds)} a {pair.gpu.core.work})",
        )
        for pair in pairs
    ]
    return _bars(
        "CPU against GPU",
        "How many times faster each core is on the GPU, by samples a second; the upright line is "
        "as fast as the CPU. Batches may differ between the two.",
        bars,
        "Times faster on the GPU",
    )


class Bar(NamedTuple):
    """A number with its label, and its words for the table."""

    label: str
    value: float
    words: str


def _bars(title: str, caption: str, bars: Sequence[Bar], heading: str) -> Figure:
    """A bar from zero for each number, and an upright line at one."""
    height = ROW * len(bars) + 24
    scale = svg.Scale(0.0, 1.05 * max(1.0, *(bar.value for bar in bars)), LABELS, RIGHT)
    drawing = svg.canvas(height, f"{title}: {', '.join(bar.label for bar in bars)}")
    for place, bar in enumerate(bars):
        top = ROW * place + 6
        svg.text(drawing, LABELS - 6, top + 13, bar.label, "name", "end")
        svg.box(drawing, scale.start, top, scale(bar.value) - scale.start, 18, "band")
    for tick in scale.ticks(5):
        svg.text(drawing, scale(tick), height - 6, svg.number(tick), "tick", "middle")
    svg.line(drawing, scale(1.0), 0, scale(1.0), height - 20, "level")
    rows = tuple(Row((bar.label, bar.words)) for bar in bars)
    return Figure(title, caption, svg.markup(drawing), ("Core", heading), rows)
