"""The registry of data sets, a book's ``datasets.toml``, as records."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reference.resources import registry_file


@dataclass(frozen=True)
class Source:
    """One official file: where it is published, and its checksum (``algorithm:hex``).

    The checksum is empty where none is published.
    """

    url: str
    checksum: str

    @property
    def file_name(self) -> str:
        return Path(self.url).name


@dataclass(frozen=True)
class Dataset:
    """One data set.

    ``sources`` are its official files (none for a scaled copy or a subset, which only a mirror can
    hold), ``size`` their bytes or the copy's; ``also`` lists checksums of other single files known
    to hold the same. ``content`` is the digest of what is decoded from any of them
    (:mod:`reference.datasets.kinds`); empty where nobody has proven one, so that only what the
    official source delivered counts, and no mirror. ``mirror`` is the file or folder inside a
    mirror, ``sample`` a copy that travels with this package, empty where there is none. What is
    ``on_request`` is too large to be downloaded without being asked for.
    """

    name: str
    title: str
    sources: tuple[Source, ...]
    size: int
    licence: str
    kind: str
    content: str
    mirror: str
    also: tuple[str, ...] = ()
    sample: str = ""
    on_request: bool = False
    folder: str = ""

    @property
    def cached(self) -> str:
        """Path inside the cache: the file's own name, or a folder where there are several.

        ``folder`` is where a library looks for it, if it has to lie in a folder of that name.
        """
        name = self.sources[0].file_name if len(self.sources) == 1 else self.name
        return f"{self.folder}/{name}" if self.folder else name


def registry() -> dict[str, Dataset]:
    """Every data set by name."""
    return _read(registry_file())


@cache
def _read(path: Path) -> dict[str, Dataset]:
    tables = tomllib.loads(path.read_text("utf-8"))
    return {name: _dataset(name, dict(table)) for name, table in tables.items()}


def _dataset(name: str, table: dict[str, Any]) -> Dataset:
    single = (
        [{"url": table.pop("url"), "checksum": table.pop("checksum")}] if "url" in table else []
    )
    sources = table.pop("source", single)
    also = tuple(table.pop("also", ()))
    return Dataset(name, sources=tuple(Source(**each) for each in sources), also=also, **table)
