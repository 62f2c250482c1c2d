"""``dlw errata``: what the book should print instead."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from harness.cli.options import (
    Jobs,
    Mirror,
    Offline,
    TierOption,
    Words,
    require_known,
    tiers_up_to,
    use_data,
)

FORMATS = ("text", "markdown", "json", "html", "csv")


class _ListsByDefault(TyperGroup):
    """A group whose command ``list`` need not be named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        named = bool(args) and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if named else ["list", *args])


app = typer.Typer(
    help="What the book should print instead, and whether that still holds.", cls=_ListsByDefault
)


@app.command("list")
def errata_list(
    words: Words = None,
    tier: TierOption = "full",
    format_name: Annotated[
        str, typer.Option("--format", help="text, markdown, json, html or csv.")
    ] = "text",
) -> None:
    """List errata and drift: printed, right, evidence, a correction; runs nothing [default]."""
    from harness.commands.errata import show

    require_known("format", format_name, FORMATS)
    show(words or [], tiers_up_to(tier), format_name)


@app.command("check")
def errata_check(
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Hold every entry against its evidence: exit 1 where one is stale or contradictory."""
    from harness.commands.errata import check

    use_data(data_mirror, offline)
    raise typer.Exit(check(words or [], tiers_up_to(tier), jobs))


@app.command("propose")
def errata_propose(
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Draft entries for claims that are refuted, for a person to review; writes nothing."""
    from harness.commands.errata import draft

    use_data(data_mirror, offline)
    raise typer.Exit(draft(words or [], tiers_up_to(tier), jobs))
