"""``dlw show``: one claim with its evidence."""

from harness.baselines import load_baseline
from harness.cache import ObservationCache, key
from harness.claim_files import claims, position
from harness.claims import Claim
from harness.eras.ledger import finding
from harness.eras.record import load_record
from harness.errors import UsageError, suggestion
from harness.report.as_text import evidence, reason
from harness.verify import judge_all
from reference.resources import cache_folder, command


def run(claim_id: str, seed: int, device: str) -> None:
    """Print what is stated, expected and measured; nothing is run."""
    if claim_id not in claims():
        raise UsageError(f"unknown claim {claim_id!r}", hint=suggestion(claim_id, claims()))
    claim = claims()[claim_id]
    for label, text in [*_stated(claim), *_measured(claim, seed, device)]:
        print(f"{label:>13}  {text}")


def _stated(claim: Claim) -> list[tuple[str, str]]:
    stage = claim.stage
    rows = [
        ("claim", claim.id),
        ("where", claim.where),
        ("says", claim.says),
        ("of", ", ".join((claim.of,) if isinstance(claim.of, str) else claim.of)),
        ("printed", str(claim.check)),
        ("tier", claim.tier),
        ("needs", ", ".join(claim.needs) or "nothing but the libraries"),
        ("observed by", f"{stage.module}.{stage.function}()"),
        ("ledger", f"{claim.state} {reason(claim)}".strip()),
        ("defined in", position(claim.id)),
    ]
    if claim.erratum:
        rows.insert(-1, ("right", str(claim.erratum.right)))
    if claim.drift:
        rows.insert(-1, ("today", str(claim.drift.today)))
    return rows


def _measured(claim: Claim, seed: int, device: str) -> list[tuple[str, str]]:
    rows = []
    kept = ObservationCache(cache_folder() / "observations").get(key(claim.stage, device, seed))
    if kept:
        [verdict] = judge_all([claim], kept)
        rows += evidence(claim, verdict)
    else:
        to_type = command(f"verify {claim.id} --tier {claim.tier}")
        rows.append(("measured", f"not yet; run `{to_type}`"))
    era = load_record()
    if era and finding(claim, era).found:
        libraries = ", ".join(f"{name} {number}" for name, number in era.versions.items())
        rows.append(("book's era", f"{finding(claim, era).found} ({libraries})"))
    baseline = load_baseline(claim.unit, claim.tier)
    if baseline and isinstance(claim.of, str) and claim.of in baseline.values:
        rows.append(("baseline", f"{len(baseline.seeds)} seeds; repeat: {baseline.command}"))
    return rows
