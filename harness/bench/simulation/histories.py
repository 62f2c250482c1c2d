"""Simulated histories: false alarms against the last run, the pin and the past, and misses."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from harness.bench.judging import levels
from harness.bench.judging.robust import Estimate, Floats, estimate
from harness.bench.judging.series import wanders
from harness.bench.judging.steps import rises
from harness.bench.judging.unpaired import changes
from harness.statistics import Rate

RECENT = 3  # runs since a jump
SPREAD = 0.02  # between processes, and between runs


@dataclass(frozen=True)
class Hours:
    """How a machine differs from run to run: the memory of its moods, and the tails of its hours.

    ``memory`` is the correlation of neighbouring runs; ``freedom`` of Student's t from which the
    hours are drawn, None for normal ones.
    """

    says: str
    memory: float = 0.0
    freedom: int | None = None


HOURS = {
    "independent": Hours("hours that have nothing to do with each other"),
    "moods": Hours("moods that outlast a run", memory=0.5),
    "bad hours": Hours("now and then an hour that is far worse", freedom=3),
}


@dataclass(frozen=True)
class Course:
    """What one core's speed does: each run's log time more than the first's."""

    says: str
    slower: Callable[[int], Floats]


def _jump(by: float) -> Callable[[int], Floats]:
    return lambda runs: np.log1p(by) * (np.arange(runs) >= runs - RECENT)


def _creep(by: float) -> Callable[[int], Floats]:
    return lambda runs: np.log1p(by) * np.maximum(0, np.arange(runs) - runs // 3)


STEADY = "steady"
COURSES = {
    STEADY: Course("nothing is slower", lambda runs: np.zeros(runs)),
    "jump": Course("20 % slower for three runs", _jump(0.2)),
    "creep": Course("1 % slower with every run, after the first third", _creep(0.01)),
}


@dataclass(frozen=True)
class Shape:
    """So many cores over so many runs, the last of which is judged; six processes a run."""

    cores: int = 60
    runs: int = 30
    processes: int = 6


@dataclass(frozen=True)
class Outcome:
    """Of some histories: with a false alarm of another core, and with the first core missed."""

    alarms: Rate
    misses: Rate


def simulate_histories(
    hours: Hours,
    course: Course,
    shape: Shape,
    count: int,
    seed: int,
    progress: Callable[[int], None] = lambda done: None,
) -> Outcome:
    """Judge the last run of ``count`` histories in which the first core takes the course."""
    generator = np.random.default_rng(seed)
    slower = course.slower(shape.runs)
    alarms = misses = 0
    for _ in range(count):
        flagged = _flagged(_draw(generator, hours, slower, shape))
        alarms += bool(flagged - {"0"} if slower.any() else flagged)
        misses += "0" not in flagged
        progress(1)
    return Outcome(Rate(alarms, count), Rate(misses, count))


def _draw(generator: Generator, hours: Hours, slower: Floats, shape: Shape) -> Estimate:
    """Levels of shape (cores, runs)."""
    size = (shape.cores, shape.runs)
    if hours.freedom:
        moods = generator.standard_t(hours.freedom, size) / np.sqrt(
            hours.freedom / (hours.freedom - 2)
        )
    else:
        moods = generator.standard_normal(size)
    for place in range(1, shape.runs):
        kept = hours.memory * moods[:, place - 1]
        moods[:, place] = kept + np.sqrt(1 - hours.memory**2) * moods[:, place]
    moods *= SPREAD
    moods[0] += slower
    processes = SPREAD * generator.standard_normal((*size, shape.processes))
    return estimate(moods[..., np.newaxis] + processes)


def _flagged(found: Estimate) -> set[str]:
    """The cores that the gate would call slower, by any of its three looks at a history."""
    cores, runs = found.mean.shape
    tracks = {
        str(core): [
            Estimate(found.mean[core, run], found.error[core, run], found.freedom[core, run])
            for run in range(runs)
        ]
        for core in range(cores)
    }
    spreads = wanders({core: track[:-1] for core, track in tracks.items()})
    new = {core: track[-1] for core, track in tracks.items()}
    flagged: set[str] = set()
    for place, level in ((-2, levels.LAST), (0, levels.PINNED)):
        old = {core: track[place] for core, track in tracks.items()}
        compared = changes(new, old, spreads)
        flagged |= {core for core, change in compared.items() if change.p < level}
    return flagged | set(rises({core: found.mean[int(core)] for core in tracks}))
