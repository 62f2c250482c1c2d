"""What a unit's functions produce, and what they need for it.

A unit module is a docstring, its building blocks, and one or more *stages*: functions that
return named observations. ``run()`` is the stage that needs only the installed libraries and
takes seconds. What needs data, time, a GPU or the network stands in a stage of its own, so
that its absence costs only the claims that rest on it.
"""

from collections.abc import Callable, Mapping
from typing import Literal, TypeVar, get_args

Tier = Literal["fast", "train", "full"]
TIERS: tuple[Tier, ...] = get_args(Tier)

Observations = Mapping[str, object]
Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]
StageFunction = TypeVar("StageFunction", bound=Callable[..., Observations])


def stage(
    *, tier: Tier = "fast", needs: tuple[str, ...] = ()
) -> Callable[[StageFunction], StageFunction]:
    """Mark a function of a unit module as one of its stages.

    ``tier`` says how long it takes: ``fast`` (seconds), ``train`` (a minute or so), ``full``
    (long). ``needs`` names data sets of ``fixtures/datasets.toml``, or ``network``, ``gpu`` or
    ``avx2``. Both must be literals: they are read from the source, so that listing the claims of
    a book imports no deep-learning library. A stage that takes a ``seed`` is given one; its other
    arguments are the unit's inputs, the book's by default, which grading varies.
    """
    if tier not in TIERS:
        raise ValueError(f"unknown tier {tier!r}; the tiers are {', '.join(TIERS)}")
    if isinstance(needs, str):
        raise ValueError(f'needs is a tuple of names: write needs=("{needs}",)')

    def mark(function: StageFunction) -> StageFunction:
        return function

    return mark
