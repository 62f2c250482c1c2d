"""What every format shows: surprises first, then what was expected, then what is missing."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from harness.claims import Claim
from harness.verdicts import Verdict


@dataclass(frozen=True)
class Report:
    """Claims with their verdicts, in the order of the book, and how long it took."""

    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    seconds: float

    @cached_property
    def pairs(self) -> tuple[tuple[Claim, Verdict], ...]:
        return tuple(zip(self.claims, self.verdicts, strict=True))

    @cached_property
    def surprises(self) -> tuple[tuple[Claim, Verdict], ...]:
        return tuple(pair for pair in self.pairs if pair[1].surprise)

    def refuted(self, state: str) -> tuple[tuple[Claim, Verdict], ...]:
        """Refuted as the ledger expects: ``erratum`` or ``drift``."""
        return tuple(
            (claim, verdict)
            for claim, verdict in self.pairs
            if claim.state == state and verdict.status == "refuted" and not verdict.surprise
        )

    @cached_property
    def unverified(self) -> dict[tuple[str, str], list[str]]:
        """Claim ids by reason and remedy."""
        groups: dict[tuple[str, str], list[str]] = {}
        for _, verdict in self.pairs:
            if verdict.status == "unverified" and not verdict.surprise:
                groups.setdefault((verdict.reason, verdict.remedy), []).append(verdict.claim)
        return groups

    @cached_property
    def counts(self) -> dict[str, int]:
        found = Counter(verdict.status for verdict in self.verdicts)
        return {status: found[status] for status in ("confirmed", "refuted", "unverified")}

    @property
    def cached(self) -> int:
        return sum(verdict.cached for verdict in self.verdicts)

    @property
    def headline(self) -> str:
        """One line that says it all."""
        errata, drifts = len(self.refuted("erratum")), len(self.refuted("drift"))
        counts = ", ".join(f"{count} {status}" for status, count in self.counts.items())
        expected = f" ({errata} errata and {drifts} drifts, as recorded)"
        kept = f", {self.cached} from the cache" if self.cached else ""
        surprises = len(self.surprises)
        noun = "surprise" if surprises == 1 else "surprises"
        return (
            f"{len(self.verdicts)} claims: {counts}{expected}; "
            f"{surprises or 'no'} {noun}; {self.seconds:.1f} s{kept}"
        )
