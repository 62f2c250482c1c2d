"""A matplotlib backend that never blocks: ``show`` hands every open figure over as PNG."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from matplotlib import pyplot
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

MAX_FIGURES = 20
MAX_PNG = 1_000_000

FigureCanvas = FigureCanvasAgg
FigureManager = FigureManagerBase
sink: Callable[[bytes], None] | None = None
_shown = 0


def show(*_: Any, **__: Any) -> None:
    """Send each open figure and close it, as a notebook does."""
    global _shown
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=72, metadata={"Software": None})
        pyplot.close(figure)
        if sink is not None and _shown < MAX_FIGURES and buffer.tell() <= MAX_PNG:
            sink(buffer.getvalue())
            _shown += 1
