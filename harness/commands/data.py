"""``dlw data``: what data sets there are, which are here, and whether they are sound."""

from harness.errors import UsageError, suggestion
from reference import datasets

NOT_PROVEN = "whole, from the official source; no checksum is published"


def list_datasets() -> None:
    """Print every data set of the registry and where it is found."""
    for name, dataset in datasets.registry().items():
        print(f"{name}  {dataset.title}")
        source = dataset.sources[0].url if dataset.sources else "no official source"
        print(f"    {dataset.size:,} bytes, {dataset.licence}; {source}")
        print(f"    {_state(name)}")


def fetch(names: list[str]) -> int:
    """Bring data sets into reach; 0 where all are here, else 2."""
    failed = 0
    datasets.forget_failure()
    for name in _chosen(names):
        try:
            print(f"{name}: {datasets.fetch(name)}")
        except datasets.DatasetUnavailable as error:
            failed += 1
            print(f"{name}: {error.message}. {error.hint}")
    return 2 if failed else 0


def check(names: list[str]) -> int:
    """Decode what is here and compare contents; 0 where all that is here is sound, else 2."""
    damaged = 0
    for name in _chosen(names):
        try:
            path = datasets.verify(name)
            proven = "content as registered" if datasets.registry()[name].content else NOT_PROVEN
            print(f"{name}: {proven} ({path})")
        except datasets.DatasetCorrupt as error:
            damaged += 1
            print(f"{name}: {error.message}. {error.hint}")
        except datasets.DatasetUnavailable as error:
            print(f"{name}: not here: {error.message}")
    return 2 if damaged else 0


def _state(name: str) -> str:
    try:
        return f"here: {datasets.find(name)}"
    except datasets.DatasetUnavailable as error:
        return f"not here: {error.message}"


def _chosen(names: list[str]) -> list[str]:
    known = datasets.registry()
    for name in names:
        if name not in known:
            raise UsageError(f"unknown data set {name!r}", hint=suggestion(name, known))
    return names or list(known)
