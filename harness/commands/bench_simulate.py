"""``dlw bench simulate``: error rates of the gate, and of others' rules, on committed noise."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from rich.progress import Progress

from harness.bench.report.document import Document, Words
from harness.bench.report.publish import publish
from harness.bench.simulation.histories import (
    COURSES,
    HOURS,
    STEADY,
    Outcome,
    Shape,
    simulate_histories,
)
from harness.bench.simulation.noise import NOISES
from harness.bench.simulation.rates import Design, Rates, simulate, total
from harness.statistics import Rate

SLOWDOWNS = (0.1, 0.2)
OF_RUNS = ("noise", "rule", "false alarms a run", "misses 10 %", "misses 20 %")
SLOWED = [name for name in COURSES if name != STEADY]
OF_HISTORIES = (
    "a machine's hours",
    "false alarms",
    *(f"misses: {COURSES[name].says}" for name in SLOWED),
)
Histories = dict[tuple[str, str], Outcome]


@dataclass(frozen=True)
class Request:
    """What the command was asked for: noises by name, runs of each, and histories of each kind."""

    noises: tuple[str, ...]
    design: Design
    runs: int
    histories: int
    seed: int


def run(request: Request, format_name: str) -> None:
    """Simulate and print a row for each noise and rule, and for each kind of history."""
    kinds = list(product(HOURS, COURSES)) if request.histories else []
    work = len(request.noises) * total(request.runs, SLOWDOWNS) + len(kinds) * request.histories
    with Progress(disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("simulating", total=work)

        def advance(done: int) -> None:
            progress.advance(task, done)

        rates = {
            name: simulate(
                NOISES[name], request.design, request.runs, SLOWDOWNS, request.seed, advance
            )
            for name in request.noises
        }
        shape = Shape(cores=request.design.cores)
        histories = {
            (hours, course): simulate_histories(
                HOURS[hours], COURSES[course], shape, request.histories, request.seed, advance
            )
            for hours, course in kinds
        }
    document = Document(
        title="Simulated error rates",
        answer=_caption(request, shape),
        tables=(
            Words("Runs", OF_RUNS, [row for name in rates for row in _rows(name, rates[name])]),
            Words("Histories", OF_HISTORIES, _history_rows(histories)),
        ),
        record=_as_record(request, rates, histories),
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


def _history_rows(histories: Histories) -> Sequence[tuple[str, ...]]:
    return [
        (
            HOURS[hours].says,
            _words(histories[hours, STEADY].alarms),
            *(_words(histories[hours, course].misses) for course in SLOWED),
        )
        for hours in HOURS
        if (hours, STEADY) in histories
    ]


def _words(rate: Rate) -> str:
    low, high = rate.interval
    return f"{rate.share:.2%} ({low:.2%} to {high:.2%})"


def _caption(request: Request, shape: Shape) -> str:
    design, runs = request.design, request.runs
    caption = (
        f"{runs:,} runs of {design.cores} cores of which none is slower, and {max(runs // 5, 1):,} "
        f"with one slow core; up to {design.pairs} pairs a core, and up to {design.confirming} "
        "more where suspected"
    )
    if not request.histories:
        return caption
    return f"{caption}; {request.histories:,} histories of {shape.runs} runs of each kind"


def _as_record(request: Request, rates: dict[str, Rates], histories: Histories) -> dict[str, Any]:
    def record(rate: Rate) -> list[float]:
        return [rate.share, *rate.interval]

    return {
        "schema": 1,
        "cores": request.design.cores,
        "pairs": request.design.pairs,
        "confirming": request.design.confirming,
        "sees": request.design.sees,
        "runs": request.runs,
        "seed": request.seed,
        "rates": [
            {
                "noise": name,
                "rule": rule,
                "false_alarms": record(found.alarms(rule)),
                "misses": {str(slower): record(found.misses(rule, slower)) for slower in SLOWDOWNS},
            }
            for name, found in rates.items()
            for rule in found.rules
        ],
        "histories": [
            {
                "hours": hours,
                "course": course,
                "false_alarms": record(found.alarms),
                "misses": None if course == STEADY else record(found.misses),
            }
            for (hours, course), found in histories.items()
        ],
    }
