"""What an era is: a Python, libraries, pins of them all, and what is run in it."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from harness.book import current
from harness.errors import FixtureError, UsageError, suggestion
from reference.stages import Tier

FILE = "eras.toml"
TODAY = "today"
Line = Annotated[str, Field(min_length=3, pattern=r"^[^\n]+$")]


class Era(BaseModel):
    """One environment.

    ``requires`` is what it is asked to have, ``pins`` the file of all that then was installed.
    ``runs`` says what is measured in it: the ``parts`` beside the file, which use the calls of
    the book's own time, or the ``reference``, which needs today's libraries. ``newest`` admits
    pre-releases; what then breaks is told and fails nothing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Line
    python: Annotated[str, Field(pattern=r"^3\.\d+$")]
    requires: tuple[Line, ...]
    runs: Literal["parts", "reference"] = "parts"
    newest: bool = False

    @property
    def pins(self) -> Path:
        """The file of exact versions, in the format of ``pip install -r``."""
        return folder() / f"{self.name}.txt"


class Specification(BaseModel):
    """The whole file: eras from old to new, and the tiers of parts that take more than seconds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    era: tuple[Era, ...] = ()
    tiers: dict[str, Tier] = {}


def folder() -> Path:
    """Where the book's eras are: the file, pins, parts and records."""
    return current().eras


def specification() -> Specification:
    """What ``eras.toml`` says; nothing where a book has none; :class:`FixtureError` on a fault."""
    path = folder() / FILE
    if not path.is_file():
        return Specification()
    try:
        found = Specification.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FixtureError(
            f"malformed TOML: {error}",
            where=current().shown(folder() / FILE),
            hint="Mend the syntax",
        ) from None
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(part) for part in fault["loc"])
        raise FixtureError(
            f"{key}: {fault['msg']}",
            where=current().shown(folder() / FILE),
            hint="docs/eras.md shows an era",
        ) from None
    names = [era.name for era in found.era]
    for name in names:
        if names.count(name) > 1:
            raise FixtureError(
                f"the era {name!r} is there twice",
                where=current().shown(folder() / FILE),
                hint="Rename one",
            )
    return found


def eras() -> dict[str, Era]:
    """Every era by name, from old to new."""
    return {era.name: era for era in specification().era}


def era(name: str) -> Era:
    """The era of this name; :class:`UsageError` with the known ones where there is none."""
    known = eras()
    if not known:
        raise UsageError(
            "this book declares no eras", hint=f"docs/eras.md shows how to write eras/{FILE}"
        )
    if name not in known:
        raise UsageError(f"unknown era {name!r}", hint=suggestion(name, known))
    return known[name]
