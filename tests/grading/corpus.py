"""The corpora: submissions written for this project, each with what must come of it.

A script says so in a comment, ``# dlw-corpus: units=1.03 loses=1.03/c1``; a notebook in its
metadata. ``loses`` and ``expect_missing`` are claims or patterns of them.
"""

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from harness import units
from harness.grading.supplies import supplies
from reference import datasets

FOLDER = Path(__file__).parent / "corpus"
COMMENT = re.compile(r"#\s*dlw-corpus:\s*(.*)")


@dataclass(frozen=True)
class Case:
    """One submission and what is expected of it."""

    path: Path
    units: tuple[str, ...]
    needs: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def may_miss(self, claim: str) -> bool:
        return any(fnmatchcase(claim, pattern) for pattern in self.missing)

    def must_lose(self, claim: str) -> bool:
        return any(fnmatchcase(claim, pattern) for pattern in self.loses)

    def require_data(self) -> None:
        """Skip where data that the submission needs, or its unit's reference, are not here."""
        stages = [stage for unit in self.units for stage in units.unit(unit).stages]
        needs = {*self.needs, *(n for stage in stages if stage.tier == "fast" for n in stage.needs)}
        lacking = supplies(needs & datasets.registry().keys()).lacking
        if lacking:
            pytest.skip("; ".join(lacking.values()))


def cases(kind: str) -> list[Case]:
    """Every submission of one corpus, by name."""
    paths = sorted((FOLDER / kind).glob("*.*"))
    return [_case(path) for path in paths if path.suffix in (".py", ".ipynb")]


def _said(text: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in text.split())


def _case(path: Path) -> Case:
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        told = json.loads(text)["metadata"]["dlw_corpus"]
        said = told if isinstance(told, dict) else _said(told)
    else:
        match = COMMENT.search(text)
        assert match, f"{path.name} does not say what is expected of it"
        said = _said(match[1])

    def words(key: str) -> tuple[str, ...]:
        value = said.get(key, "")
        return tuple(value) if isinstance(value, list) else tuple(filter(None, value.split(",")))

    return Case(path, words("units"), words("needs"), words("loses"), words("expect_missing"))
