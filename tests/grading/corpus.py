"""The corpora: submissions written for this project, each with what must come of it.

A script says so in a comment, ``# dlw-corpus: units=1.03 loses=1.03/c1``; a notebook in its
metadata. ``loses`` and ``expect_missing`` are claims or patterns of them.
"""

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

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


def cases(kind: str) -> list[Case]:
    """Every submission of one corpus, by name."""
    paths = sorted((FOLDER / kind).glob("*.*"))
    return [_case(path) for path in paths if path.suffix in (".py", ".ipynb")]


def _case(path: Path) -> Case:
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        said = {
            key: str(value) for key, value in json.loads(text)["metadata"]["dlw_corpus"].items()
        }
    else:
        match = COMMENT.search(text)
        assert match, f"{path.name} does not say what is expected of it"
        said = dict(word.split("=", 1) for word in match[1].split())

    def words(key: str) -> tuple[str, ...]:
        return tuple(filter(None, said.get(key, "").replace(" ", "").split(",")))

    return Case(path, words("units"), words("needs"), words("loses"), words("expect_missing"))
