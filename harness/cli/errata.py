"""``dlw errata``: what the book should print instead."""

from typing import Annotated

import typer

from harness.cli.options import TierOption, Words, require_known, tiers_up_to

FORMATS = ("text", "markdown", "json", "html", "csv")


def errata(
    words: Words = None,
    tier: TierOption = "full",
    format_name: Annotated[
        str, typer.Option("--format", help="text, markdown, json, html or csv.")
    ] = "text",
) -> None:
    """List errata and drift: printed, right, evidence, a suggested correction; runs nothing."""
    from harness.commands.errata import show

    require_known("format", format_name, FORMATS)
    show(words or [], tiers_up_to(tier), format_name)
