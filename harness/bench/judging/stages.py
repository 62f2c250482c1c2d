"""Two stages: a screen of every core, then fresh pairs of those that looked slower.

Only the second flags, at the whole level: each alarm has been found twice, and is corrected over
the cores that came to it, which the screen has chosen without seeing its data. So the screen may
end as soon as it has shown enough, whatever that does to its own errors. The second may as well,
since its p is corrected over all numbers of pairs at which it could have ended (Bonferroni).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from harness.bench.judging import levels
from harness.bench.judging.robust import TRIM, Estimate, Floats, detectable, estimate, p_above

EVERY = 3  # pairs, after which a stage may end: those of one server
FEWEST = 2 * EVERY
TOLERATED = float(np.log1p(levels.TOLERANCE))
_EACH = 1 - (1 - levels.POWER) / 2  # the power of a stage where both must find it


def looks(pairs: int, *, early: bool = True) -> list[int]:
    """After how many pairs a stage of ``pairs`` may end."""
    return [*range(FEWEST, pairs, EVERY), pairs] if early else [pairs]


def screen_sees(screen: Estimate) -> Floats:
    """What makes a core suspect."""
    return detectable(screen.error, _freedom(screen), levels.SUSPECT, _EACH)


def second_sees(second: Estimate, level: float) -> Floats:
    """What a second stage flags that was measured."""
    return detectable(second.error, _freedom(second), level, _EACH)


def both_see(screen: Estimate, confirming: int, level: float) -> Floats:
    """What both stages would find where the second, of so many pairs, is as noisy as the first."""
    known = _freedom(screen)
    kept = confirming - 2 * int(TRIM * confirming)
    likely = screen.error * np.sqrt((known + 1) / kept)
    second = detectable(likely, kept - 1, level, _EACH, known=known)
    return np.maximum(screen_sees(screen), second)


def screened(ratios: Floats, confirming: int, sees: float | None) -> Floats:
    """P of screens, one a row of logarithms of ratios; not corrected.

    A screen ends where a slowdown of ``sees`` would be found; None: after all pairs.
    """
    level = levels.PAIRED / len(looks(confirming, early=sees is not None))

    def enough(found: Estimate) -> NDArray[np.bool_]:
        return _share(both_see(found, confirming, level)) <= (sees or 0)

    return _p_at_end(ratios, sees, enough)


def confirmed(ratios: Floats, sees: float | None, family: NDArray[np.int_]) -> Floats:
    """P of second stages, one a row, corrected over the looks; they also end where it is low.

    ``family`` is how many cores of a row's run came to the second stage.
    """
    p = np.ones(family.shape)
    for size in np.unique(family):
        p[family == size] = _confirmed(ratios[family == size], sees, int(size))
    return p


def _confirmed(ratios: Floats, sees: float | None, family: int) -> Floats:
    count = len(looks(ratios.shape[-1], early=sees is not None))
    level = levels.PAIRED / count / family

    def enough(found: Estimate) -> NDArray[np.bool_]:
        return (p_above(found) < level) | (_share(second_sees(found, level)) <= (sees or 0))

    return np.minimum(count * _p_at_end(ratios, sees, enough), 1.0)


def _p_at_end(
    ratios: Floats, sees: float | None, enough: Callable[[Estimate], NDArray[np.bool_]]
) -> Floats:
    pairs, rows = ratios.shape[-1], ratios.shape[:-1]
    p, under_way = np.ones(rows), np.full(rows, True)
    for count in looks(pairs, early=sees is not None):
        found = estimate(ratios[..., :count], TOLERATED)
        p = np.where(under_way, p_above(found), p)
        if count < pairs:
            under_way &= ~enough(found)
    return p


def _share(seen: Floats) -> Floats:
    """A slowdown beyond the tolerated one, as a share of the time."""
    return np.expm1(TOLERATED + seen)


def _freedom(found: Estimate) -> int:
    """The same of all rows."""
    return int(found.freedom.flat[0])
