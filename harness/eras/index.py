"""Released versions of a library, as the package index lists them (PEP 691, PEP 700)."""

import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.tags import Tag, platform_tags
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

from harness.errors import UsageError

PYTHONS = tuple(f"3.{minor}" for minor in range(6, 20))
ACCEPT = "application/vnd.pypi.simple.v1+json"
SECONDS = 60


@dataclass(frozen=True)
class Release:
    """A final version, the day it appeared, and the Pythons that it has a wheel for here."""

    version: Version
    uploaded: date
    pythons: tuple[str, ...]


@cache
def releases(name: str) -> tuple[Release, ...]:
    """Final releases from old to new; :class:`UsageError` where the index cannot say."""
    days: dict[Version, date] = {}
    pythons: dict[Version, set[str]] = {}
    for file in _files(name):
        version = _version(file["filename"])
        if version is None or version.is_prerelease or file.get("yanked"):
            continue
        try:
            day = date.fromisoformat(file["upload-time"][:10])
        except (KeyError, TypeError, ValueError):
            raise UsageError(
                f"the index does not say when {name} {version} appeared",
                hint="Set PIP_INDEX_URL to one that does (PEP 700), such as the official one",
            ) from None
        days[version] = min(day, days.get(version, day))
        pythons.setdefault(version, set()).update(_pythons(file))
    return tuple(
        Release(version, days[version], tuple(one for one in PYTHONS if one in pythons[version]))
        for version in sorted(days)
    )


def newest(name: str, by: date) -> Version | None:
    """The newest version that there was on a day; None where there was none."""
    return max((one.version for one in releases(name) if one.uploaded <= by), default=None)


def _files(name: str) -> list[dict[str, Any]]:
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    url = f"{index}/{canonicalize_name(name)}/"
    request = urllib.request.Request(url, headers={"Accept": ACCEPT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            files: list[dict[str, Any]] = json.load(answer)["files"]
    except urllib.error.HTTPError as error:
        raise UsageError(
            f"the package index does not know {name} (it answers {error.code})",
            hint="Name a library as the index does",
        ) from None
    except (OSError, TimeoutError):
        raise UsageError(
            "the package index cannot be reached", hint="Mend the connection or PIP_INDEX_URL"
        ) from None
    except (ValueError, KeyError, TypeError):
        raise UsageError(
            "the package index does not list versions as JSON",
            hint="Set PIP_INDEX_URL to one that does (PEP 691), such as the official one",
        ) from None
    return files


def _version(filename: str) -> Version | None:
    """The version of a wheel or source file; None for any other."""
    try:
        if filename.endswith(".whl"):
            return parse_wheel_filename(filename)[1]
        return parse_sdist_filename(filename)[1]
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None


def _pythons(file: dict[str, Any]) -> set[str]:
    """Pythons that can install this file on this machine without compiling anything."""
    name = file["filename"]
    if not name.endswith(".whl"):
        return set()
    try:
        allowed = SpecifierSet(file.get("requires-python") or "")
    except InvalidSpecifier:
        allowed = SpecifierSet()
    here = {*platform_tags(), "any"}
    return {
        python
        for tag in parse_wheel_filename(name)[3]
        if tag.platform in here
        for python in PYTHONS
        if _fits(tag, python) and allowed.contains(f"{python}.99")
    }


def _fits(tag: Tag, python: str) -> bool:
    minor = int(python.partition(".")[2])
    if tag.interpreter in ("py3", f"cp3{minor}"):
        return True
    oldest = tag.interpreter.removeprefix("cp3")
    return tag.abi == "abi3" and oldest.isdigit() and int(oldest) <= minor
