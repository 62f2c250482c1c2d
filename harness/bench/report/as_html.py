"""A report as one page: no scripts, nothing from elsewhere, light and dark."""

from functools import cache
from pathlib import Path

from jinja2 import Template

from harness import templates
from harness.bench.report.document import Document


def render(document: Document) -> str:
    """The page; every plot also stands there as a table."""
    return _template().render(document=document, figures=document.draw())


@cache
def _template() -> Template:
    return templates.environment(Path(__file__).parent).get_template("page.html.jinja")
