"""Timed rounds: how many calls a round takes, and what each round took."""

import math
import time
from collections.abc import Callable
from typing import NamedTuple

Clock = Callable[[], float]
Run = Callable[[int], object]

LEAST_ROUNDS = 2


class Timed(NamedTuple):
    """Seconds of each round, and how many were rejected since the clock failed in them."""

    seconds: list[float]
    rejected: int


def seconds_of(run: Run, calls: int, clock: Clock = time.perf_counter) -> float:
    start = clock()
    run(calls)
    return clock() - start


def calibrated(
    run: Run, least_seconds: float, multiple: int = 1, clock: Clock = time.perf_counter
) -> int:
    """Calls whose round takes ``least_seconds`` at least: ``multiple``, twice, 4 times it ..."""
    calls = multiple
    while seconds_of(run, calls, clock) < least_seconds and calls < 2**30:
        calls *= 2
    return calls


def _at_once() -> None:
    """It is always one's turn."""


def timed(
    run: Run,
    calls: int,
    rounds: int,
    most_seconds: float,
    clock: Clock = time.perf_counter,
    turn: Callable[[], None] = _at_once,
) -> Timed:
    """Up to ``rounds`` rounds, no new one after ``most_seconds``, of which one is usable at least.

    Before each ``turn`` is waited for; what it takes counts for nothing.
    A round in which the clock went backwards or stood still is rejected. ``ValueError`` where
    that happened in all of them.
    """
    taken: list[float] = []
    for _ in range(rounds):
        turn()
        taken.append(seconds_of(run, calls, clock))
        if len(taken) >= LEAST_ROUNDS and sum(map(abs, taken)) >= most_seconds:
            break
    good = [seconds for seconds in taken if math.isfinite(seconds) and seconds > 0]
    if not good:
        raise ValueError(f"the clock went backwards or stood still in all {len(taken)} rounds")
    return Timed(good, len(taken) - len(good))
