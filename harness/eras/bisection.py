"""Since which release a drift is wrong: bisected over released versions of a library."""

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from packaging.utils import canonicalize_name
from packaging.version import Version

from harness.claims import Claim
from harness.eras import interpreters
from harness.eras.environment import make
from harness.eras.gathering import required
from harness.eras.index import Release, newest, releases
from harness.eras.ledger import Finding, Outcome, finding
from harness.eras.measure import Failure, data_there, measure
from harness.eras.parts import Part
from harness.eras.record import Measured, Record
from harness.eras.specification import Era, eras
from harness.errors import UsageError
from harness.files import write_atomically
from reference.resources import cache_folder

# Other libraries are as they were when the release had settled in.
SETTLED = timedelta(days=45)


@dataclass(frozen=True)
class Bounds:
    """Two neighbours of those that were decided: the last right release and the first wrong one.

    None stands for the end that was known before. ``undecided`` are those between the two.
    """

    right: Release | None
    wrong: Release | None
    undecided: tuple[Release, ...]


def bisect(candidates: Sequence[Release], outcome: Callable[[Release], Outcome]) -> Bounds:
    """The bounds of the change from ``met`` to ``not met``, asking for few outcomes.

    Before the candidates the claim is met, after them it is not. A release that decides nothing
    is left out, and its neighbours are asked instead.
    """
    low, high = -1, len(candidates)
    undecided: set[int] = set()
    while True:
        open_ones = [n for n in range(low + 1, high) if n not in undecided]
        if not open_ones:
            break
        middle = open_ones[len(open_ones) // 2]
        found = outcome(candidates[middle])
        if found == "met":
            low = middle
        elif found == "not met":
            high = middle
        else:
            undecided.add(middle)
    between = tuple(candidates[n] for n in sorted(undecided) if low < n < high)
    return Bounds(
        candidates[low] if low >= 0 else None,
        candidates[high] if high < len(candidates) else None,
        between,
    )


def series(name: str, after: str, until: str) -> list[Release]:
    """The last release of each minor series in ``(after, until]`` that some Python here can run."""
    low, high = Version(after), Version(until)
    last: dict[tuple[int, int], Release] = {}
    for release in releases(name):
        if low < release.version <= high and interpreters.installed([*release.pythons]):
            last[release.version.major, release.version.minor] = release
    return list(last.values())


class Laboratory:
    """Releases tried in environments that are thrown away; what they gave is kept.

    An environment takes longer than the parts that run in it, so that one serves them all.
    """

    def __init__(
        self, era: Era, library: str, parts: Sequence[Part], notice: Callable[[str], None]
    ) -> None:
        self.era, self.library, self.parts, self.notice = era, library, parts, notice
        self._results: dict[tuple[Release, Part], Measured | Failure] = {}

    def finding(self, release: Release, claim: Claim, part: Part) -> Finding:
        """What the release says of the claim; ``unmeasured`` where its part fails there."""
        if (release, part) not in self._results:
            self._measure(release)
        result = self._results[release, part]
        if isinstance(result, Failure):
            found = Finding("unmeasured", detail=result)
        else:
            record = Record(era="", command="", versions={}, parts={part.name: result})
            found = finding(claim, record)
            if found.outcome == "unmeasured" and result.failures:
                found = Finding("unmeasured", detail="; ".join(result.failures.values()))
        told = f"{claim.id}: {found.outcome} in {self.library} {release.version}"
        self.notice(f"{told}: {found.found or found.detail}")
        return found

    def _measure(self, release: Release) -> None:
        """Have a result, or why there is none, of every part: kept ones, and the others anew."""
        kept = {part: self._kept(release, part) for part in self.parts}
        self._results |= {(release, part): one for part, one in kept.items() if one}
        pending = [part for part, one in kept.items() if one is None]
        if pending:
            self._measure_anew(release, pending)

    def _measure_anew(self, release: Release, pending: list[Part]) -> None:
        python = interpreters.find(self._python(release))
        what = f"{self.library} {release.version} with Python {self._python(release)}"
        self.notice(f"building {what}")
        home = cache_folder() / "eras" / f"bisect-{self._basis(release)[:12]}"
        try:
            requirements = ["--constraint", str(self._constrained(release)), *self._wanted(release)]
            environment = make(home, python, requirements, what, "bisection")
            for part, result in measure(pending, environment):
                self._results[release, part] = result
                if isinstance(result, Measured):
                    write_atomically(self._path(release, part), result.model_dump_json())
        except UsageError as error:
            self._results |= {(release, part): str(error) for part in pending}
        finally:
            shutil.rmtree(home, ignore_errors=True)

    def _kept(self, release: Release, part: Part) -> Measured | None:
        try:
            return Measured.model_validate_json(self._path(release, part).read_bytes())
        except (OSError, ValueError):
            return None

    def _path(self, release: Release, part: Part) -> Path:
        """Where a result is kept: by all that it depends on."""
        made_of = [self._basis(release), part.name, part.digest, data_there()]
        name = hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
        return cache_folder() / "eras" / "bisection" / f"{name}.json"

    def _basis(self, release: Release) -> str:
        """Digest of all that the environment is made of."""
        made_of = [*self._wanted(release), *self._constraints(release), self._python(release)]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()

    def _python(self, release: Release) -> str:
        """The era's own Python where the release runs on it, else the next that is here."""
        here = interpreters.installed([*release.pythons])
        by_age = sorted(here, key=lambda version: int(version.partition(".")[2]))
        own = int(self.era.python.partition(".")[2])
        later = [version for version in by_age if int(version.partition(".")[2]) >= own]
        return (later or by_age)[0]

    def _wanted(self, release: Release) -> list[str]:
        """The release itself, and the era's other libraries without their versions."""
        others = [name for name in required(self.era) if name not in (self.library, "keras")]
        return [f"{self.library}=={release.version}", *others]

    def _constrained(self, release: Release) -> Path:
        """A file that holds every known library to its version in the time of the release."""
        path = cache_folder() / "eras" / "bisection" / f"{self._basis(release)}.txt"
        write_atomically(path, "\n".join([*self._constraints(release), ""]))
        return path

    def _constraints(self, release: Release) -> list[str]:
        by = release.uploaded + SETTLED
        known = {name: newest(name, by) for name in _pinned_names() if name != self.library}
        return [f"{name}<={version}" for name, version in known.items() if version is not None]


def _pinned_names() -> list[str]:
    """Every library that some era has installed."""
    lines = [
        line
        for era in eras().values()
        if era.pins.is_file()
        for line in era.pins.read_text("utf-8").splitlines()
        if "==" in line and not line.startswith("#")
    ]
    return sorted({canonicalize_name(line.partition("==")[0]) for line in lines})
