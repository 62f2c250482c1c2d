"""A report printed in the format that was asked for."""

import json

from harness.bench.report import as_markdown, as_text
from harness.bench.report.document import Document
from harness.errors import UsageError


def publish(document: Document, format_name: str) -> None:
    """Print the document as text, json, markdown or html."""
    if format_name == "json":
        print(json.dumps(document.record, indent=1, allow_nan=False))
    elif format_name == "markdown":
        print(as_markdown.render(document))
    elif format_name == "html":
        print(_page(document))
    else:
        as_text.show(document)


def _page(document: Document) -> str:
    try:
        from harness.bench.report import as_html
    except ModuleNotFoundError as error:
        raise UsageError(
            f"a page needs the package {error.name}", hint="Run `pip install 'dlw[grade]'`"
        ) from None
    return as_html.render(document)
