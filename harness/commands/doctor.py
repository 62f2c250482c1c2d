"""``dlw doctor``: what is here, and what its absence costs."""

from harness import environment
from harness.book import current
from harness.claim_files import claims
from reference import datasets


def run() -> None:
    """Print versions, hardware, data, and the claims that each lack leaves unverified."""
    everything = claims().values()
    print(f"{'book':>20}  {current().title}")
    for name, number in environment.versions().items():
        print(f"{name:>20}  {number}")
    for name, text in environment.hardware().items():
        print(f"{name:>20}  {text}")
    for package in current().requires:
        if environment.installed(package) is None:
            claims_lost = f"all {len(everything)} claims; pip install {package}"
            print(f"{'missing':>20}  {package}: {claims_lost}")
    for need in sorted({need for claim in everything for need in claim.needs}):
        cost = sum(need in claim.needs for claim in everything)
        print(f"{need:>20}  {_state(need)}; {cost} claims need it")


def _state(need: str) -> str:
    if need not in datasets.registry():
        return "not looked for before it is used"
    try:
        path = datasets.find(need)
    except datasets.DatasetUnavailable as error:
        return f"missing: {error.message}. {error.hint}"
    return f"here: {path}"
