"""``dlw``: the commands on claims, and the entry point; work is done in ``harness.commands``.

Exit codes: 0 all as expected, 1 a surprise, 2 misuse, bad data or an interrupt.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from harness.cli import baseline, bench, data, era, errata, report
from harness.cli.gate import gate
from harness.cli.grade import grade
from harness.cli.init import init
from harness.cli.options import (
    FORMAT_NAMES,
    Device,
    Jobs,
    Json,
    Mirror,
    Offline,
    Seed,
    TierOption,
    Words,
    parse_writes,
    require_known,
    tiers_up_to,
    use_data,
)
from harness.errors import HarnessError

app = typer.Typer(
    name="dlw",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(data.app, name="data")
app.add_typer(baseline.app, name="baseline")
app.add_typer(report.app, name="report")
app.add_typer(bench.app, name="bench")
app.add_typer(era.app, name="era")
app.add_typer(errata.app, name="errata")

TYPER_INTERRUPTED = 130
INTERRUPTED = "interrupted. What was finished is kept; the same command goes on from there"


@app.callback()
def choose_book(
    context: typer.Context,
    book: Annotated[
        Path | None,
        typer.Option("--book", help="Folder of another book, with its book.toml. [env: DLW_BOOK]"),
    ] = None,
) -> None:
    """Prove a book right or wrong, claim by claim."""
    from harness.book import use
    from reference.resources import BOOK_VARIABLE

    if context.invoked_subcommand != "init":  # which works on no book yet
        use(book or os.environ.get(BOOK_VARIABLE, ""))


@app.command()
def verify(
    words: Words = None,
    tier: TierOption = "fast",
    jobs: Jobs = 1,
    seed: Seed = 0,
    device: Device = "cpu",
    data_mirror: Mirror = None,
    format_name: Annotated[
        str, typer.Option("--format", help="text, json, junit, markdown or sarif.")
    ] = "text",
    write: Annotated[
        list[str] | None,
        typer.Option(
            "--write",
            metavar="FORMAT=FILE",
            help="Write this format to a file as well (may be repeated).",
        ),
    ] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at a surprise.")] = False,
    offline: Offline = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Observe everything anew.")] = False,
) -> None:
    """Judge the claims against the reference: exit 0 as expected, 1 on any surprise."""
    from harness.commands.verify import run
    from harness.verify import Settings
    from reference.resources import cache_folder

    tiers = tiers_up_to(tier)
    require_known("format", format_name, FORMAT_NAMES)
    writes = parse_writes(write or [])
    require_known("device", device, ("cpu", "gpu"))
    use_data(data_mirror, offline)
    settings = Settings(seed, device, jobs, None if no_cache else cache_folder() / "observations")
    raise typer.Exit(run(words or [], tiers, settings, format_name, writes, fail_fast=fail_fast))


@app.command("list")
def list_claims(
    words: Words = None,
    tier: TierOption = "full",
    state: Annotated[
        str | None, typer.Option("--ledger", help="Only claims that: holds, erratum, drift, draft.")
    ] = None,
    needs: Annotated[
        str | None, typer.Option("--needs", help="Only claims that need this.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List units and their claims."""
    from harness.commands.list import run

    if state is not None:
        require_known("ledger state", state, ("holds", "erratum", "drift", "draft"))
    run(words or [], tiers_up_to(tier), state, needs, as_json=as_json)


@app.command()
def show(
    claim: Annotated[str, typer.Argument(help="A claim's id, such as 1.02/result.")],
    seed: Seed = 0,
    device: Device = "cpu",
) -> None:
    """Show one claim: what is printed, what was measured, where, and why."""
    from harness.commands.show import run

    run(claim, seed, device)


app.command()(grade)
app.command()(init)
app.command()(gate)


@app.command()
def doctor(data_mirror: Mirror = None) -> None:
    """Say what is installed, what is missing, and what that costs in claims."""
    from harness.commands.doctor import run

    use_data(data_mirror, offline=True)
    run()


def main() -> None:
    """Entry point of ``dlw``: every error a person can mend is one line and exit code 2."""
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        code = app(_book_first(sys.argv[1:]), standalone_mode=False)
        if code == TYPER_INTERRUPTED:
            code = _fail(INTERRUPTED)
    except HarnessError as error:
        code = _fail(str(error))
    except typer.TyperException as error:
        code = _fail(error.format_message())
    except KeyboardInterrupt:
        code = _fail(INTERRUPTED)
    sys.exit(code)


def _as_ctrl_c(*_: object) -> None:
    """End as Ctrl-C does and keep what is finished, since job systems stop a command like this."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in a shell's background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def _book_first(words: list[str]) -> list[str]:
    """The same command line with ``--book DIR`` before the command, wherever it stood."""
    for index, word in enumerate(words):
        if word == "--":
            break
        if word == "--book" or word.startswith("--book="):
            end = index + (1 if "=" in word else 2)
            return words[index:end] + words[:index] + words[end:]
    return words


def _fail(message: str) -> int:
    print(f"dlw: {message}", file=sys.stderr)
    return 2
