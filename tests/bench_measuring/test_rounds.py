"""Timed rounds by a clock of our own."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.measuring.rounds import LEAST_ROUNDS, calibrated, timed


class Simulated:
    """A clock that moves by ``seconds_a_call`` as calls are made."""

    def __init__(self, seconds_a_call: float) -> None:
        self.now, self.each = 0.0, seconds_a_call

    def run(self, calls: int) -> None:
        self.now += calls * self.each

    def __call__(self) -> float:
        return self.now


def reading(values: Iterable[float]) -> Callable[[], float]:
    """A clock that shows these values, whatever happens."""
    return iter(values).__next__


@given(st.floats(1e-7, 1.0), st.floats(1e-3, 0.5), st.integers(1, 20))
def test_a_calibrated_round_is_just_long_enough(
    seconds_a_call: float, least: float, multiple: int
) -> None:
    clock = Simulated(seconds_a_call)
    calls = calibrated(clock.run, least, multiple, clock)
    assert calls % multiple == 0
    assert calls * seconds_a_call >= least * 0.999
    assert calls == multiple or calls * seconds_a_call / 2 < least * 1.001


def test_rounds_end_when_their_time_is_up() -> None:
    clock = Simulated(0.1)
    assert timed(clock.run, 1, 100, 0.45, clock).seconds == pytest.approx([0.1] * 5)


def test_a_round_longer_than_the_time_is_repeated_once() -> None:
    clock = Simulated(9.0)
    assert len(timed(clock.run, 1, 100, 0.45, clock).seconds) == LEAST_ROUNDS


def test_a_round_whose_clock_goes_backwards_or_stands_is_rejected() -> None:
    clock = reading([0.0, 1.0, 5.0, 4.0, 4.0, 4.0, 4.0, 6.0])
    assert timed(lambda calls: None, 1, 4, 100.0, clock) == ([1.0, 2.0], 2)


def test_a_clock_that_never_moves_is_an_error() -> None:
    with pytest.raises(ValueError, match="stood still in all 3 rounds"):
        timed(lambda calls: None, 1, 3, 100.0, lambda: 7.0)
