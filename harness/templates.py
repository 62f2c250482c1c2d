"""HTML from templates that lie beside the code which fills them."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.printable import printable


def environment(folder: Path) -> Environment:
    """The templates of a folder: whatever they show is made printable, then escaped."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
