"""The registry of data sets, ``fixtures/datasets.toml``, as records."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reference.resources import fixtures


@dataclass(frozen=True)
class Dataset:
    """One data set.

    ``checksum`` is that of the official container and ``also`` those of other containers known to
    hold the same; ``content`` is the digest of what is decoded from any of them
    (:mod:`reference.datasets.content`). ``mirror`` is the path inside a mirror folder, ``sample``
    the path of a copy that travels with this package, empty where there is none. What is
    ``on_request`` is too large to be downloaded without being asked for.
    """

    name: str
    title: str
    url: str
    checksum: str
    size: int
    licence: str
    kind: str
    content: str
    mirror: str
    also: tuple[str, ...] = ()
    sample: str = ""
    on_request: bool = False

    @property
    def file_name(self) -> str:
        return Path(self.mirror).name


@cache
def registry() -> dict[str, Dataset]:
    """Every data set by name."""
    tables = tomllib.loads((fixtures() / "datasets.toml").read_text("utf-8"))
    return {
        name: Dataset(name=name, **(table | {"also": tuple(table.get("also", ()))}))
        for name, table in tables.items()
    }
