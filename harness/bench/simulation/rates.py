"""False alarms of a whole run and misses of one slow core, of every rule on the same draws."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator

from harness.bench.judging import levels
from harness.bench.judging.family import holm
from harness.bench.judging.robust import Floats
from harness.bench.judging.stages import confirmed, screened
from harness.bench.simulation.noise import Noise, Size, draw
from harness.bench.simulation.peers import RULES, Flags
from harness.statistics import Rate

ONE_STAGE, TWO_STAGES = "dlw, one stage", "dlw, two stages"
_AT_A_TIME = 200  # runs, so that a chunk fits a few hundred megabytes


@dataclass(frozen=True)
class Design:
    """A run: so many cores, pairs of processes for each, and again for those suspected.

    Of two stages each ends for a core once it would show a slowdown of ``sees``.
    """

    cores: int = 60
    pairs: int = 12
    confirming: int = 18
    sees: float | None = 0.1


@dataclass
class Tally:
    """What happened in ``runs`` runs: with a false alarm, and with the slow core not flagged."""

    runs: int = 0
    alarms: int = 0
    misses: int = 0

    def add(self, flagged: Flags, slow: bool) -> None:
        """Flags of shape (runs, cores), of which the first core is the slow one if there is one."""
        self.runs += len(flagged)
        self.alarms += int(flagged[:, slow:].any(axis=-1).sum())
        self.misses += int((~flagged[:, 0]).sum()) if slow else 0


@dataclass
class Rates:
    """Tallies by rule, without a slow core and with one, by how much slower it is."""

    quiet: dict[str, Tally] = field(default_factory=dict)
    slowed: dict[float, dict[str, Tally]] = field(default_factory=dict)

    @property
    def rules(self) -> list[str]:
        return list(self.quiet)

    def alarms(self, rule: str) -> Rate:
        tally = self.quiet[rule]
        return Rate(tally.alarms, tally.runs)

    def misses(self, rule: str, slower: float) -> Rate:
        tally = self.slowed[slower][rule]
        return Rate(tally.misses, tally.runs)


def simulate(
    noise: Noise,
    design: Design,
    runs: int,
    slowdowns: tuple[float, ...],
    seed: int,
    progress: Callable[[int], None] = lambda runs: None,
) -> Rates:
    """``runs`` runs in which nothing is slower, and a fifth as many with each slowdown."""
    generator = np.random.default_rng(seed)
    rates = Rates(slowed={slower: {} for slower in slowdowns})
    for slower in (0.0, *slowdowns):
        tallies = rates.slowed[slower] if slower else rates.quiet
        for some in _chunks(max(runs // 5, 1) if slower else runs):
            for rule, flagged in _flags(generator, noise, design, some, slower).items():
                tallies.setdefault(rule, Tally()).add(flagged, slower > 0)
            progress(some)
    return rates


def total(runs: int, slowdowns: tuple[float, ...]) -> int:
    """How many runs :func:`simulate` draws."""
    return runs + len(slowdowns) * max(runs // 5, 1)


def _chunks(runs: int) -> Iterator[int]:
    while runs > 0:
        yield min(runs, _AT_A_TIME)
        runs -= _AT_A_TIME


def _flags(
    generator: Generator, noise: Noise, design: Design, runs: int, slower: float
) -> dict[str, Flags]:
    shift = np.zeros((runs, design.cores))
    shift[:, 0] = np.log1p(slower)
    times = draw(generator, noise, Size(runs, design.cores, design.pairs), shift)
    ratios = _ratios(times)
    found: dict[str, Flags] = {ONE_STAGE: holm(screened(ratios, 0, None)) < levels.PAIRED}
    if design.confirming:
        p = screened(ratios, design.confirming, design.sees)
        again = _confirmed(generator, noise, design, p < levels.SUSPECT, shift)
        found[TWO_STAGES] = holm(again) < levels.PAIRED
    base, head = np.exp(times).reshape(2, runs, design.cores, -1)
    return {**found, **{name: rule(base, head) for name, rule in RULES.items()}}


def _confirmed(
    generator: Generator, noise: Noise, design: Design, suspected: Flags, shift: Floats
) -> Floats:
    """P of the second stage where there was one, NaN elsewhere."""
    p = np.full(suspected.shape, np.nan)
    count = int(suspected.sum())
    if count:
        size = Size(count, 1, design.confirming)
        times = draw(generator, noise, size, shift[suspected][:, np.newaxis])
        family = np.broadcast_to(suspected.sum(axis=-1, keepdims=True), suspected.shape)
        p[suspected] = confirmed(_ratios(times)[:, 0], design.sees, family[suspected])
    return p


def _ratios(times: Floats) -> Floats:
    """Logarithms of head over base, a value a pair."""
    base, head = times
    ratios: Floats = np.median(head - base, axis=-1)
    return ratios
