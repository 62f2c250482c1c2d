"""What a command is asked for by parts of names."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from harness.errors import UsageError, suggestion

T = TypeVar("T")


def chosen(words: Iterable[str], among: Mapping[str, T], kind: str = "core") -> list[T]:
    """Those whose names hold any of the ``words``, all of them without words.

    :class:`UsageError` for a word that no name holds; ``kind`` is what it says they are.
    """
    words = list(words)
    for word in words:
        if not any(word in name for name in among):
            raise UsageError(f"no {kind} has {word!r} in its name", hint=suggestion(word, among))
    return [each for name, each in among.items() if not words or any(w in name for w in words)]
