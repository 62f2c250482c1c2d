"""``dlw list``: units and claims."""

import json

from harness.claim_files import select, titles
from harness.report.as_json import claim_record


def run(
    words: list[str], tiers: tuple[str, ...], state: str | None, needs: str | None, *, as_json: bool
) -> None:
    """Print the selected claims, as text by unit or as a JSON list."""
    chosen = [
        claim
        for claim in select(words, tiers)
        if state in (None, claim.state) and (needs is None or needs in claim.needs)
    ]
    if as_json:
        print(json.dumps([claim_record(claim) for claim in chosen], indent=1))
        return
    unit = ""
    for claim in chosen:
        if claim.unit != unit:
            unit = claim.unit
            print(f"{unit}  {titles()[unit]}")
        notes = ", ".join([claim.tier, *claim.needs] + [claim.state] * (claim.state != "holds"))
        print(f"  {claim.id}  {claim.says}  [{notes}]")
    print(f"{len(chosen)} claims in {len({claim.unit for claim in chosen})} units")
