"""The class in numbers: what was missed most, and how the marks lie."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from harness.grading.outputs.wording import outcomes, percent
from harness.grading.results import LOST, Graded, Mark, Outcome


@dataclass
class ClaimTally:
    """How a class did in one claim; ``remedy`` is what would have let it be judged."""

    says: str
    where: str
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    remedy: str = ""

    def add(self, mark: Mark) -> None:
        self.outcomes[mark.outcome] += 1
        if mark.outcome == "unverified" and mark.note:
            self.remedy = min(self.remedy or mark.note, mark.note)

    @property
    def judged(self) -> int:
        return self.outcomes.total() - self.outcomes["unverified"]

    @property
    def missed(self) -> int:
        return sum(self.outcomes[outcome] for outcome in LOST)

    @property
    def share(self) -> float:
        """Of a hundred who were judged, those who missed it."""
        return round(100 * self.missed / self.judged, 1) if self.judged else 0.0


class ClassSummary:
    """Counters that grow with the claims and not with the submissions."""

    def __init__(self, graded: Iterable[Graded] = ()) -> None:
        self.submissions = self.suspicious = self.unsandboxed = 0
        self.statuses: Counter[str] = Counter()
        self.outcomes: Counter[Outcome] = Counter()
        self.claims: dict[str, ClaimTally] = {}
        self._percents: Counter[float] = Counter()
        for submission in graded:
            self.add(submission)

    def add(self, graded: Graded) -> None:
        counts = outcomes(graded)
        self.submissions += 1
        self.suspicious += counts["suspicious"] > 0
        self.unsandboxed += not graded.sandboxed
        self.statuses[graded.status] += 1
        self.outcomes += counts
        share = percent(graded)
        if share is not None:
            self._percents[share] += 1
        for mark in graded.marks:
            self.claims.setdefault(mark.claim, ClaimTally(mark.says, mark.where)).add(mark)

    @property
    def mean(self) -> float | None:
        total = self._percents.total()
        weighted = sum(share * count for share, count in sorted(self._percents.items()))
        return round(weighted / total, 1) if total else None

    @property
    def median(self) -> float | None:
        """The lower median: a mark that somebody has."""
        left = (self._percents.total() + 1) // 2
        for share, count in sorted(self._percents.items()):
            left -= count
            if left <= 0:
                return share
        return None

    @property
    def histogram(self) -> list[int]:
        """Submissions by mark: 0 to under 10 %, 10 to under 20 %, ... 90 to 100 %."""
        bins = [0] * 10
        for share, count in self._percents.items():
            bins[min(max(int(share // 10), 0), 9)] += count
        return bins

    @property
    def ranking(self) -> list[tuple[str, ClaimTally]]:
        """Claims that could be judged, the most missed first."""
        judged = [item for item in self.claims.items() if item[1].judged]
        return sorted(judged, key=lambda item: (-item[1].share, -item[1].missed, item[0]))

    @property
    def unverified(self) -> dict[str, list[str]]:
        """Claims that somebody's result could not be judged by, by the remedy."""
        found: dict[str, list[str]] = {}
        for claim, tally in sorted(self.claims.items()):
            if tally.outcomes["unverified"]:
                found.setdefault(tally.remedy, []).append(claim)
        return dict(sorted(found.items()))
