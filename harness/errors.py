"""The one family of errors that people see; rendered once, by the command line."""

from collections.abc import Iterable
from difflib import get_close_matches


class HarnessError(Exception):
    """Something a person can mend: what is wrong, where, and what to do."""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.hint = message, where, hint

    def __str__(self) -> str:
        located = f"{self.where}: {self.message}" if self.where else self.message
        return f"{located}. {self.hint}" if self.hint else located


class UsageError(HarnessError):
    """The command was asked for something that does not exist or cannot be."""


class FixtureError(HarnessError):
    """A claim, baseline or era file is malformed; ``where`` is ``file:line``."""


class ObservationError(HarnessError):
    """A unit's stage produced something that is no plain observation."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint that offers the nearest known words, or all of them where there are few."""
    known = sorted(known)
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {', '.join(near)}?"
    return f"Known: {', '.join(known[:12])}{' ...' if len(known) > 12 else ''}"
