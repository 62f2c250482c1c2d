"""``dlw errata``: errata with their evidence, drafts of new ones, and whether all still hold."""

from harness import units
from harness.baselines import load_baseline
from harness.cache import ObservationCache, key
from harness.claim_files import position, select
from harness.claims import Claim
from harness.commands.observing import observed_all, require, verified
from harness.eras.ledger import UNMEASURED, finding
from harness.eras.record import load_record, records
from harness.errata import entries
from harness.errata.checking import faults
from harness.errata.formats import FORMATS
from harness.errata.formats.wording import headline
from harness.errata.proposals import Proposal, propose
from harness.observe import Observed
from harness.verdicts import Verdict
from harness.verify import Settings, by_stage, judge_all
from reference.resources import cache_folder
from reference.stages import Tier


def show(words: list[str], tiers: tuple[Tier, ...], form: str) -> None:
    """Print the errata of the claims that the words name; nothing is run."""
    chosen = [claim for claim in select(words, tiers) if claim.erratum or claim.drift]
    print(FORMATS[form](entries(chosen, kept_verdicts(chosen))))


def kept_verdicts(claims: list[Claim]) -> dict[str, Verdict]:
    """Verdicts on what was observed before, in this environment; none where it was not."""
    store = ObservationCache(cache_folder() / "observations")
    found: dict[str, Verdict] = {}
    for stage, of_stage in by_stage(claims).items():
        kept = store.get(key(stage, "cpu", 0))
        if kept:
            found |= {verdict.claim: verdict for verdict in judge_all(of_stage, kept)}
    return found


def check(words: list[str], tiers: tuple[Tier, ...], jobs: int) -> int:
    """Observe every entry's claim and print what no longer holds: 1 where anything does not."""
    claims = select(words, tiers)
    chosen = [claim for claim in claims if claim.erratum or claim.drift]
    require("cpu")
    judged = [verdict for _, some in verified(chosen, _settings(jobs)) for verdict in some]
    found = entries(chosen, {verdict.claim: verdict for verdict in judged})
    told = list(faults(found, claims, records(), units.units()))
    for fault in told:
        print(f"  {fault}")
    print(headline(found))
    return 1 if told else 0


def draft(words: list[str], tiers: tuple[Tier, ...], jobs: int) -> int:
    """Print a draft for each claim that is refuted and not so recorded; nothing is written."""
    require("cpu")
    chosen = by_stage(select(words, tiers))
    drafts = [
        draft
        for stage, observed in observed_all(list(chosen), _settings(jobs))
        for draft in _drafts(chosen[stage], observed)
    ]
    for one in drafts:
        print(f"{one}\n")
    print(f"# {len(drafts) or 'no'} drafts; nothing was written")
    return 0


def _drafts(claims: list[Claim], observed: Observed) -> list[Proposal]:
    book = load_record()
    found = []
    for claim, verdict in zip(claims, judge_all(claims, observed), strict=True):
        if verdict.status != "refuted" or not verdict.surprise:
            continue
        of = claim.of
        value = (
            observed.values[of] if isinstance(of, str) else [observed.values[name] for name in of]
        )
        baseline = load_baseline(claim.unit, claim.tier)
        draws = baseline.draws(of) if baseline and isinstance(of, str) else None
        past = finding(claim, book) if book else UNMEASURED
        found.append(propose(claim, verdict, value, past, draws, position(claim.id)))
    return found


def _settings(jobs: int) -> Settings:
    return Settings(jobs=jobs, cache=cache_folder() / "observations")
