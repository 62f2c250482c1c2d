"""``dlw verify``: progress on the terminal, the report on standard output."""

import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from harness.baselines import load_baseline, measuring_command
from harness.checks.random import Plausible
from harness.claim_files import select
from harness.claims import Claim
from harness.commands.observing import require, verified
from harness.errors import UsageError
from harness.files import require_writable, write_atomically
from harness.report import FORMATS, Report
from harness.statistics import MIN_SEEDS
from harness.verdicts import Verdict
from harness.verify import Settings
from reference import datasets


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
    for _, judged in verified(claims, settings):
        verdicts |= {verdict.claim: verdict for verdict in judged}
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
            yield (
                f"the baseline of {unit} ({tier}) has {len(baseline.seeds)} seeds, {MIN_SEEDS} are "
                f"needed. Run `{measuring_command(unit, tier)}`"
            )
