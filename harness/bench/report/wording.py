"""Numbers as people read them, the same in the terminal, in Markdown and on the page."""

import math
from statistics import median

from harness.bench.judging.pairs import Ratio
from harness.bench.records import Core

_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))


def seconds(value: float | None) -> str:
    """Three digits and the unit that fits; empty for None."""
    if value is None:
        return ""
    scale, unit = next(
        ((scale, unit) for scale, unit in _UNITS if value >= 0.9995 * scale), _UNITS[-1]
    )
    return f"{_digits(value / scale)} {unit}"


def rate(value: float | None) -> str:
    """Three digits, thousands apart; empty for None."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else _digits(value)


def memory(value: int | None) -> str:
    return "" if value is None else f"{value / 2**20:,.0f} MiB"


def reached(core: Core) -> str:
    """The median quality of its processes, whose seeds differ; empty where there is none."""
    found = [each.quality for each in core.sides.get("head", ()) if each.quality is not None]
    return f"{core.quality.name} {median(found):.4g}" if core.quality and found else ""


def times(ratio: Ratio | None) -> str:
    """A ratio with its interval, three digits each; empty for None."""
    if ratio is None:
        return ""
    return f"{_digits(ratio.ratio)} ({_digits(ratio.low)} to {_digits(ratio.high)})"


def percent(ratio: Ratio | None) -> str:
    """A ratio with its interval as percentages; empty for None."""
    if ratio is None:
        return ""
    return f"{ratio.ratio:.0%} ({ratio.low:.0%} to {ratio.high:.0%})"


def _digits(value: float) -> str:
    if not math.isfinite(value) or value <= 0:
        return "?"
    value = float(f"{value:.3g}")
    places = max(0, 2 - math.floor(math.log10(value)))
    return f"{value:.{min(places, 6)}f}"
