"""``dlw bench simulate``: error rates of the gate, and of others' rules, on committed noise."""

import sys
from collections.abc import Iterable
from typing import Any

from rich.progress import Progress

from harness.bench.report.document import Document, Words, publish
from harness.bench.simulation.noise import NOISES
from harness.bench.simulation.rates import Design, Rate, Rates, simulate, total

SLOWDOWNS = (0.1, 0.2)
HEADINGS = ("noise", "rule", "false alarms a run", "misses 10 %", "misses 20 %")


def run(names: Iterable[str], design: Design, runs: int, seed: int, format_name: str) -> None:
    """Simulate each noise and print a row for each rule."""
    found: dict[str, Rates] = {}
    names = list(names)
    with Progress(disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("simulating", total=len(names) * total(runs, SLOWDOWNS))
        for name in names:
            found[name] = simulate(
                NOISES[name],
                design,
                runs,
                SLOWDOWNS,
                seed,
                lambda done: progress.advance(task, done),
            )
    rows = [row for name, rates in found.items() for row in _rows(name, rates)]
    document = Document(
        title="Simulated error rates",
        answer=_caption(design, runs),
        tables=(Words("Error rates", HEADINGS, rows),),
        record=_as_record(found, design, runs, seed),
    )
    publish(document, format_name)


def _rows(name: str, rates: Rates) -> list[tuple[str, ...]]:
    return [
        (
            name,
            rule,
            _words(rates.alarms(rule)),
            *(_words(rates.misses(rule, slower)) for slower in SLOWDOWNS),
        )
        for rule in rates.rules
    ]


def _words(rate: Rate) -> str:
    return f"{rate.share:.2%} ({rate.low:.2%} to {rate.high:.2%})"


def _caption(design: Design, runs: int) -> str:
    return (
        f"{runs:,} runs of {design.cores} cores of which none is slower, and {max(runs // 5, 1):,} "
        f"with one slow core; {design.pairs} pairs a core, {design.confirming} more where suspected"
    )


def _as_record(found: dict[str, Rates], design: Design, runs: int, seed: int) -> dict[str, Any]:
    def record(rate: Rate) -> list[float]:
        return [rate.share, rate.low, rate.high]

    return {
        "schema": 1,
        "cores": design.cores,
        "pairs": design.pairs,
        "confirming": design.confirming,
        "runs": runs,
        "seed": seed,
        "rates": [
            {
                "noise": name,
                "rule": rule,
                "false_alarms": record(rates.alarms(rule)),
                "misses": {str(slower): record(rates.misses(rule, slower)) for slower in SLOWDOWNS},
            }
            for name, rates in found.items()
            for rule in rates.rules
        ],
    }
