"""Finished observations, kept by what they depend on.

The key of a stage's entry is a digest of its code, the shared code of ``reference``, the contents
of its data, the library versions, the processor, the device and the seed. A claim is judged anew
each time, so an edited claim costs nothing and an edited stage is run again.
"""

import hashlib
import json
import platform
from functools import cache
from pathlib import Path
from typing import Any

from harness import environment
from harness.errors import UsageError
from harness.files import write_atomically
from harness.observe import Observed
from harness.plain import from_json, to_json
from harness.units import REFERENCE, Stage
from reference import datasets

FORMAT = 1


@cache
def _source_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def _shared_sources() -> tuple[str, ...]:
    """Digests of the modules that every unit may import, and of how a stage is observed."""
    shared = [path for path in REFERENCE.rglob("*.py") if "chapter" not in str(path.parent.name)]
    here = Path(__file__).parent
    return tuple(map(_source_digest, [*sorted(shared), here / "observe.py", here / "plain.py"]))


def key(stage: Stage, device: str, seed: int) -> str:
    """Digest of everything the stage's observations depend on."""
    registry = datasets.registry()
    source = REFERENCE.parent.joinpath(*stage.module.split(".")).with_suffix(".py")
    neighbours = sorted(source.parent.glob("*.py")) if source.stem == "sections" else [source]
    parts = {
        "format": FORMAT,
        "stage": [stage.module, stage.function],
        "sources": [*_shared_sources(), *map(_source_digest, neighbours)],
        "data": [registry[need].content for need in stage.needs if need in registry],
        "versions": environment.versions(),
        "processor": [platform.machine(), environment.hardware()["processor"]],
        "device": device,
        "seed": seed if stage.seeded else None,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class ObservationCache:
    """Entries in one folder, each a file that is whole or absent; safe for several processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def check_writable(self) -> None:
        """:class:`UsageError` where nothing can be kept."""
        try:
            write_atomically(self.folder / "writable", "")
        except OSError as error:
            raise UsageError(
                f"the cache folder cannot be written: {error.strerror}",
                where=str(self.folder),
                hint="Set DLW_CACHE to a writable folder, or run with --no-cache",
            ) from None

    def get(self, entry: str) -> Observed | None:
        """The kept observations; None where there are none or the file is damaged."""
        try:
            kept: dict[str, Any] = json.loads((self.folder / f"{entry}.json").read_text("utf-8"))
            return Observed(from_json(kept["values"]), seconds=kept["seconds"], cached=True)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, entry: str, observed: Observed) -> None:
        """Keep observations; lacks and failures are not kept, since they can be mended."""
        if observed.unavailable or observed.failure:
            return
        kept = {"seconds": observed.seconds, "values": to_json(observed.values)}
        write_atomically(self.folder / f"{entry}.json", json.dumps(kept))
