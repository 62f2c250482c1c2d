"""``dlw bench experiment``: the gate's false alarms and misses on this machine, measured."""

import sys
from pathlib import Path

from harness.bench.measuring.experiment import (
    SLOWDOWNS,
    Plan,
    Trials,
    false_alarms,
    power,
    simulated_power,
    trial,
)
from harness.bench.report import terminal
from harness.commands.bench_progress import followed
from harness.errors import UsageError
from harness.statistics import Rate


def run(folder: Path, plan: Plan) -> None:
    """Make the trials that are not there yet, then show the rates; resumes where it was left."""
    trials = Trials(folder)
    missing = trials.missing(plan)
    processes = len(missing) * 2 * plan.settings.pairs * len(plan.workloads)
    with followed(processes) as notice:
        for number, slower in enumerate(missing, 1):
            try:
                trials.add(slower, trial(plan, slower, notice))
            except RuntimeError as error:
                raise UsageError(
                    str(error), hint="Choose other cores with -k; what was measured is kept"
                ) from None
            print(f"trial {number} of {len(missing)}, slower by {slower:.0%}", file=sys.stderr)
    show(trials, plan)


def show(trials: Trials, plan: Plan) -> None:
    """A row a rule: false alarms and power, measured; ours also simulated from the same noise."""
    kinds = {slower: trials.of(slower) for slower in plan.trials}
    quiet = kinds.get(0.0, ())
    measured = {slower: power(records) for slower, records in kinds.items() if slower and records}
    table = terminal.table(
        "rule",
        "false alarms a run",
        *(f"finds {slower:.0%}" for slower in measured),
    )
    alarms = false_alarms(quiet) if quiet else {}
    for rule in alarms or next(iter(measured.values()), {}):
        found = [by_rule[rule] for by_rule in measured.values()]
        table.add_row(rule, _words(alarms.get(rule)), *map(_words, found))
    if quiet:
        simulated = [f"{simulated_power(quiet, slower, plan):.1%}" for slower in measured]
        table.add_row("dlw, simulated", "", *simulated)
    names = ", ".join(each.name for each in plan.workloads)
    counts = ", ".join(f"{len(records)} of {slower:.0%}" for slower, records in kinds.items())
    terminal.show(table, f"Trials: {counts}; each of up to {plan.settings.pairs} pairs of {names}")


def _words(rate: Rate | None) -> str:
    if rate is None:
        return ""
    low, high = rate.interval
    return f"{rate.count} of {rate.of}, {rate.share:.1%} ({low:.1%} to {high:.1%})"


def trials_of(same: int, slowed: int) -> dict[float, int]:
    """Trials by slowdown."""
    return {0.0: same} | dict.fromkeys(SLOWDOWNS, slowed)
