"""One page a submission: no scripts, nothing from elsewhere, light and dark."""

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Template

from harness import templates
from harness.grading.outputs import wording
from harness.grading.outputs.names import figure_files
from harness.grading.results import Graded


def render(graded: Graded) -> str:
    """The page, with its figures as files under ``figures/`` beside it."""
    files = figure_files(graded)
    return _page(graded, lambda name: f"figures/{quote(files[name])}")


def render_alone(graded: Graded) -> str:
    """The page with its figures inside, for a place that takes a single file."""
    return _page(
        graded,
        lambda name: f"data:image/png;base64,{base64.b64encode(graded.figures[name]).decode()}",
    )


def _page(graded: Graded, address: Callable[[str], str]) -> str:
    return _template().render(
        graded=graded,
        headline=wording.headline(graded),
        figures=[(name, address(name)) for name in sorted(graded.figures, key=_numbered)],
        output=wording.tail(graded.output, lines=400, characters=40_000),
    )


def _numbered(name: str) -> tuple[int, str]:
    """Order in which ``figure-10.png`` follows ``figure-9.png``."""
    return len(name), name


@cache
def _template() -> Template:
    environment = templates.environment(Path(__file__).parent)
    environment.globals.update(
        number=wording.number,
        score=wording.score,
        mark_score=wording.mark_score,
        meaning=wording.MEANING,
        evidence=wording.evidence,
    )
    return environment.get_template("page.html.jinja")
