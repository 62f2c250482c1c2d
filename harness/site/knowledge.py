"""What is known of every claim when the site is built: verdicts, and what they were made from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from harness.cache import ObservationCache, key
from harness.claims import Claim
from harness.observe import Observed
from harness.units import Stage
from harness.verdicts import Verdict
from harness.verify import Settings, by_stage, judge_all, observe_all
from reference.resources import command

Standing = Literal["confirmed", "erratum", "drift", "unverified", "surprise"]
STANDINGS: tuple[Standing, ...] = ("confirmed", "erratum", "drift", "unverified", "surprise")
MEANING: dict[Standing, str] = {
    "confirmed": "as printed",
    "erratum": "wrong when it was printed, as the ledger says",
    "drift": "right with the book's own libraries, wrong with today's, as the ledger says",
    "unverified": "not judged here; its page says why, and what would change that",
    "surprise": "not what the ledger says",
}
MANY: dict[Standing, str] = {"erratum": "errata", "drift": "drifts", "surprise": "surprises"}
Notice = Callable[[Stage], None]


@dataclass(frozen=True)
class Knowledge:
    """Every claim with its verdict, in the order of the book, and what each stage gave."""

    verdicts: Mapping[str, Verdict]
    observed: Mapping[Stage, Observed]
    claims: tuple[Claim, ...]

    def standing(self, claim: Claim) -> Standing:
        return standing(self.verdicts[claim.id])

    def counts(self, of: Sequence[Claim]) -> dict[Standing, int]:
        """How many of the claims stand how."""
        found = Counter(map(self.standing, of))
        return {word: found[word] for word in STANDINGS}


def counted(word: Standing, count: int) -> str:
    """How many stand so, in words: 1 erratum, 2 errata."""
    return f"{count} {word if count == 1 else MANY.get(word, word)}"


def standing(verdict: Verdict) -> Standing:
    """One word on a claim: what is true of it, and whether the ledger says so."""
    if verdict.surprise:
        return "surprise"
    if verdict.status == "refuted":
        return "erratum" if verdict.ledger == "erratum" else "drift"
    return verdict.status


def gather(
    claims: Sequence[Claim],
    tiers: tuple[str, ...],
    settings: Settings,
    started: Notice,
    finished: Notice,
) -> Knowledge:
    """Judge the claims: up to these tiers by running what is not kept, above only what is kept."""
    of_stage = by_stage(claims)
    verdicts: dict[str, Verdict] = {}
    observed: dict[Stage, Observed] = {}
    run = [stage for stage in of_stage if stage.tier in tiers]
    for stage, produced in observe_all(run, settings, started):
        observed[stage] = produced
        verdicts |= {verdict.claim: verdict for verdict in judge_all(of_stage[stage], produced)}
        finished(stage)
    for stage in of_stage:
        if stage.tier not in tiers:
            kept = _kept(stage, settings)
            if kept is None:
                verdicts |= {claim.id: _not_run(claim) for claim in of_stage[stage]}
            else:
                observed[stage] = kept
                verdicts |= {v.claim: v for v in judge_all(of_stage[stage], kept)}
    return Knowledge(verdicts, observed, tuple(claims))


def _kept(stage: Stage, settings: Settings) -> Observed | None:
    if settings.cache is None:
        return None
    return ObservationCache(settings.cache).get(key(stage, settings.device, settings.seed))


def _not_run(claim: Claim) -> Verdict:
    return Verdict(
        claim.id,
        "unverified",
        claim.state,
        str(claim.check),
        reason=f"its observation is of tier {claim.tier}, which was not run here",
        remedy=command(f"verify {claim.id} --tier {claim.tier}"),
    )
