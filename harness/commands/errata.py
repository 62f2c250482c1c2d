"""``dlw errata``: errata with their evidence, drafts of new ones, and whether all still hold."""

from harness.cache import ObservationCache, key
from harness.claim_files import select
from harness.claims import Claim
from harness.errata import entries
from harness.errata.formats import FORMATS
from harness.units import Stage
from harness.verdicts import Verdict
from harness.verify import judge_all
from reference.resources import cache_folder
from reference.stages import Tier


def show(words: list[str], tiers: tuple[Tier, ...], form: str) -> None:
    """Print the errata of the claims that the words name; nothing is run."""
    chosen = [claim for claim in select(words, tiers) if claim.state != "holds"]
    print(FORMATS[form](entries(chosen, kept_verdicts(chosen))))


def kept_verdicts(claims: list[Claim]) -> dict[str, Verdict]:
    """Verdicts on what was observed before, in this environment; none where it was not."""
    store = ObservationCache(cache_folder() / "observations")
    by_stage: dict[Stage, list[Claim]] = {}
    for claim in claims:
        by_stage.setdefault(claim.stage, []).append(claim)
    found: dict[str, Verdict] = {}
    for stage, of_stage in by_stage.items():
        kept = store.get(key(stage, "cpu", 0))
        if kept:
            found |= {verdict.claim: verdict for verdict in judge_all(of_stage, kept)}
    return found
