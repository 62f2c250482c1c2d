"""What is found out about one core against one other thing."""

import math
from dataclasses import dataclass
from typing import Literal

_ABSURD = 10.0  # ten times as long again: a number beyond it says nothing more
Outcome = Literal["slower", "worse", "not slower", "not worse", "unproven"]


@dataclass(frozen=True)
class Comparison:
    """One core against one other thing: an effect with its interval, and whether it is flagged.

    ``kind`` speed: ``effect`` is a ratio of times, above 1 is slower. ``kind`` quality: it is a
    difference, above 0 is better. ``low`` and ``high`` bound the effects of all cores together;
    ``p`` is corrected over them. ``smallest`` is the smallest change for the worse (as a ratio
    less 1, or a difference) that this run would have flagged with a probability of 95 %; infinite
    where there are too few processes. ``judged`` is False where something that the test rests on
    is not known: such a comparison flags nothing.
    """

    core: str
    key: str
    against: str
    kind: Literal["speed", "quality"]
    effect: float
    low: float
    high: float
    p: float
    flagged: bool
    smallest: float
    processes: int
    judged: bool = True
    since: str = ""
    note: str = ""

    def outcome(self, at_least: float) -> Outcome:
        """What to call it where a change of ``at_least`` (0.1 is 10 %) had to be seen."""
        if self.kind == "quality":
            return "worse" if self.flagged else "not worse"
        if self.flagged:
            return "slower"
        return "not slower" if self.judged and self.smallest <= at_least else "unproven"

    @property
    def change(self) -> str:
        """The effect with its interval, for people."""
        if self.kind == "quality":
            return f"{self.effect:+.4g} ({_bound(self.low, '+.4g')} to {_bound(self.high, '+.4g')})"
        return f"{self.effect:.3f} ({_bound(self.low, '.3f')} to {_bound(self.high, '.3f')})"

    @property
    def seen(self) -> str:
        """The smallest detectable change, for people."""
        if not math.isfinite(self.smallest):
            return "none"
        if self.kind == "speed" and self.smallest > _ABSURD:
            return f"above {_ABSURD:.0%}"
        return f"{self.smallest:.3g}" if self.kind == "quality" else f"{self.smallest:.1%}"


def _bound(value: float, form: str) -> str:
    return format(value, form) if math.isfinite(value) else "?"
