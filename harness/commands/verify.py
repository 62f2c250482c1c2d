"""``dlw verify``: progress on the terminal, the report on standard output."""

import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from harness import environment
from harness.baselines import load_baseline
from harness.book import current
from harness.checks.random import Plausible
from harness.claim_files import select
from harness.claims import Claim
from harness.errors import UsageError
from harness.files import require_writable, write_atomically
from harness.report import FORMATS, Report
from harness.statistics import MIN_SEEDS
from harness.units import Stage
from harness.verdicts import Verdict
from harness.verify import Settings, verify
from reference import datasets
from reference.resources import command

# What a stage of each tier roughly takes: its weight in the progress and the time that is left.
SECONDS = {"fast": 1, "train": 40, "full": 900}


def run(
    words: list[str],
    tiers: tuple[str, ...],
    settings: Settings,
    form: str,
    writes: Mapping[Path, str] = MappingProxyType({}),
    *,
    fail_fast: bool,
) -> int:
    """Verify, report on standard output and into files by their format; return the exit code."""
    start = time.perf_counter()
    for path in writes:
        require_writable(path)
    claims = select(words, tiers)
    if not claims:
        raise UsageError(f"no claim there up to tier {tiers[-1]}", hint="Try --tier full")
    require(settings.device)
    verdicts: dict[str, Verdict] = {}
    stages = {claim.stage for claim in claims}
    with progress_bar() as progress:
        task = progress.add_task("observing", total=sum(SECONDS[stage.tier] for stage in stages))

        def started(stage: Stage) -> None:
            progress.update(task, description=f"{stage.module.split('.', 1)[1]}.{stage.function}")

        for stage, judged in verify(claims, settings, started):
            verdicts |= {verdict.claim: verdict for verdict in judged}
            progress.advance(task, SECONDS[stage.tier])
            if fail_fast and any(verdict.surprise for verdict in judged):
                break
    done = [claim for claim in claims if claim.id in verdicts]
    report = Report(
        tuple(done), tuple(verdicts[claim.id] for claim in done), time.perf_counter() - start
    )
    print(FORMATS[form](report))
    for path, name in writes.items():
        write_atomically(path, FORMATS[name](report) + "\n")
    unverified = [claim for claim in done if verdicts[claim.id].status == "unverified"]
    faults = [*_damaged_data(unverified), *_small_baselines(unverified)]
    for fault in faults:
        print(f"dlw: {fault}", file=sys.stderr)
    return 1 if report.surprises else 2 if faults else 0


def require(device: str) -> None:
    """:class:`UsageError` where nothing can be observed here, or not on this device."""
    for package in current().requires:
        if environment.installed(package) is None:
            raise UsageError(
                f"{package} is not installed, and every observation needs it",
                hint=f"Run `pip install {package}`",
            )
    if device == "gpu" and "tensorflow" in current().requires:
        import tensorflow as tf

        if not tf.config.list_physical_devices("GPU"):
            raise UsageError("no GPU is visible to TensorFlow", hint="Leave out --device gpu")


def _damaged_data(claims: list[Claim]) -> Iterator[str]:
    """A line for each data set that is here but damaged: bad input, whatever else holds."""
    needs = {need for claim in claims for need in claim.needs}
    for need in sorted(needs & datasets.registry().keys()):
        try:
            datasets.find(need)
        except datasets.DatasetCorrupt as error:
            yield f"{error.message}. {error.hint}"
        except datasets.DatasetUnavailable:
            continue


def _small_baselines(claims: list[Claim]) -> Iterator[str]:
    """A line for each baseline that is here but too small to judge by."""
    units = {(claim.unit, claim.tier) for claim in claims if isinstance(claim.check, Plausible)}
    for unit, tier in sorted(units):
        baseline = load_baseline(unit, tier)
        if baseline and len(baseline.seeds) < MIN_SEEDS:
            to_type = command(f"baseline run {unit} --tier {tier}")
            yield (
                f"the baseline of {unit} ({tier}) has {len(baseline.seeds)} seeds, {MIN_SEEDS} are "
                f"needed. Run `{to_type}`"
            )


def progress_bar() -> Progress:
    """What is under way and how long it may take; nothing where nobody watches a terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("left, at this pace:"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
