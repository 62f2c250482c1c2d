"""Verdicts for readers: one module a format, each a function from verdicts to text."""

from collections.abc import Callable

from harness.report import as_json, as_junit, as_markdown, as_sarif, as_text
from harness.report.summary import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text.render,
    "json": as_json.render,
    "junit": as_junit.render,
    "markdown": as_markdown.render,
    "sarif": as_sarif.render,
}

__all__ = ["FORMATS", "Report"]
