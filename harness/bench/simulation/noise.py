"""Committed models of a noisy machine, from which runs are drawn.

All on the scale of logarithms, so that 0.02 is 2 %. A process has a level of its own (memory
layout, autotuning), some processes meet a busy moment and are slow throughout, rounds scatter
within a process and some of them are hit, and the machine's speed wanders from one process to the
next (heat, neighbours), which pairs feel much less than runs do.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from harness.bench.judging.robust import Floats


@dataclass(frozen=True)
class Noise:
    """Spreads and shares; ``slow`` and ``hit`` are the share of processes and rounds concerned.

    ``slow_by`` and ``hit_by`` are means of exponential distributions; ``wander`` is the spread of
    the machine's step from one process to the next.
    """

    says: str
    within: float
    between: float
    slow: float = 0.0
    slow_by: float = 0.0
    hit: float = 0.0
    hit_by: float = 0.0
    wander: float = 0.0


NOISES = {
    "quiet": Noise("a machine of one's own", within=0.005, between=0.02),
    "spikes": Noise(
        "a shared machine whose neighbours come and go",
        within=0.01,
        between=0.02,
        slow=0.1,
        slow_by=0.1,
        hit=0.05,
        hit_by=0.3,
    ),
    "drift": Noise("a machine that wanders", within=0.01, between=0.02, wander=0.02),
}


@dataclass(frozen=True)
class Size:
    """How much is drawn: runs of so many cores, each measured by pairs of processes."""

    runs: int
    cores: int
    pairs: int
    rounds: int = 5


def draw(generator: Generator, noise: Noise, size: Size, slower: Floats | float) -> Floats:
    """Log times of shape (2, runs, cores, pairs, rounds), base and head, in turns A/B, B/A.

    ``slower`` is added to the head's; it has the shape (runs, cores), or is one number.
    """
    shape = (2, size.runs, size.cores, size.pairs)
    levels = noise.between * generator.standard_normal(shape)
    levels += _exponential(generator, shape, noise.slow, noise.slow_by)
    if noise.wander:
        levels += _wandering(generator, noise, size)
    levels[1] += np.broadcast_to(np.asarray(slower)[..., np.newaxis], shape[1:])
    times = noise.within * generator.standard_normal((*shape, size.rounds))
    times += _exponential(generator, times.shape, noise.hit, noise.hit_by)
    times += levels[..., np.newaxis]
    return times


def _wandering(generator: Generator, noise: Noise, size: Size) -> Floats:
    """The machine's speed at each process, the two of a pair side by side, the first in turns."""
    steps = generator.standard_normal((size.runs, size.cores, 2 * size.pairs))
    walk = noise.wander * np.cumsum(steps, axis=-1)
    first, second = walk[..., 0::2], walk[..., 1::2]
    swapped = np.arange(size.pairs) % 2 == 1
    return np.stack([np.where(swapped, second, first), np.where(swapped, first, second)])


def _exponential(
    generator: Generator, shape: tuple[int, ...], share: float, mean: float
) -> Floats | float:
    if not share:
        return 0.0
    hit = generator.random(shape) < share
    found = np.zeros(shape)
    found[hit] = generator.exponential(mean, int(hit.sum()))
    return found
