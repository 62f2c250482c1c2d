"""Contests of adversarial training: one compiled loop against calls from Python."""

import numpy as np

from harness.bench.workloads.adversarial import KINDS
from harness.bench.workloads.contests.contest import Contest
from harness.bench.workloads.peers import call_by_call
from reference import adversarial
from reference.adversarial import Adversaries
from reference.chapter7 import exercise_7_03, exercise_7_04

PEER_ITERATIONS = 200
DCGAN_ITERATIONS = 30  # a part of the 5,000: all cost the same, and the peer's are slow


def _learned(networks: Adversaries) -> np.ndarray:
    weights = networks.discriminator.get_weights() + networks.generator.get_weights()
    return np.concatenate([np.ravel(weight) for weight in weights])


def _contest(unit: str, iterations: int, peer_iterations: int) -> Contest:
    kind = KINDS[unit]

    def compiled() -> np.ndarray:
        networks = kind.core.start(seed=0)
        for _ in adversarial.train(networks, kind.draws(0), iterations, every=iterations):
            pass
        return _learned(networks)

    def by_calls(count: int) -> np.ndarray:
        networks = kind.core.start(seed=0)
        call_by_call(networks, kind.draw)(count)
        return _learned(networks)

    return Contest(unit, compiled, by_calls, iterations, peer_iterations, same_numbers=False)


ADVERSARIAL = (
    _contest("7.03", exercise_7_03.ITERATIONS, PEER_ITERATIONS),
    _contest("7.04", exercise_7_04.ITERATIONS, PEER_ITERATIONS),
    _contest("7.05", DCGAN_ITERATIONS, DCGAN_ITERATIONS),
    _contest("A7.01", DCGAN_ITERATIONS, DCGAN_ITERATIONS),
)
