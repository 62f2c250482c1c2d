"""Sides take turns."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from harness.bench.measuring.schedule import turns


def test_the_first_side_alternates() -> None:
    assert [turns("AB", pair) for pair in range(3)] == [["A", "B"], ["B", "A"], ["A", "B"]]


@given(st.integers(1, 5), st.integers(1, 6))
def test_every_side_is_at_every_place_equally_often(sides: int, times: int) -> None:
    names = "ABCDE"[:sides]
    orders = [turns(names, pair) for pair in range(times * sides)]
    places = Counter((place, side) for order in orders for place, side in enumerate(order))
    assert set(places.values()) == {times}
    assert len(places) == sides**2
