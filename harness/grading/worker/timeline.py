"""The values that names run through while a submission runs, statement by statement."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Callable

import numpy as np

from .frames import FrameError
from .records import NotPlain, record

MAX_SNAPSHOTS = 2000
MAX_OF_LOCALS = 1000
MAX_OF_A_LOCAL = 60
MAX_ANONYMOUS = 200

Send = Callable[[Any], None]


class Timeline:
    """Sends a snapshot whenever a watched name holds something new."""

    def __init__(self, names: list[str], send: Send) -> None:
        self.names = set(names)
        self._send = send
        self._last: dict[tuple[str, str], str] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._left = {False: MAX_SNAPSHOTS, True: MAX_OF_LOCALS}
        self.cell, self.line = 0, 0

    def look(self, scope: str, values: dict[str, Any], names: set[str] | None = None) -> None:
        """Snapshots of the watched names (of these ``names``) whose value is new in ``scope``."""
        watched = self.names if names is None else self.names & names
        for name in sorted(watched):
            if name in values:
                self._snapshot(scope, name, values[name])

    def anonymous(self, how: str, value: Any) -> None:
        """A value that was shown and has no name."""
        if self._counts.get(("", ""), 0) < MAX_ANONYMOUS:
            self._snapshot(how, "", value)

    def _snapshot(self, scope: str, name: str, value: Any) -> None:
        local = bool(scope and name)
        key = (scope if name else "", name)
        count = self._counts.get(key, 0)
        if self._left[local] <= 0 or (local and count > MAX_OF_A_LOCAL):
            return
        try:
            plain = record(value)
        except NotPlain:
            return
        except Exception as error:
            plain = {"__unreadable__": type(error).__name__}
        mark = _fingerprint(plain)
        if name and self._last.get(key) == mark:
            return
        self._last[key] = mark
        self._counts[key] = count + 1
        self._left[local] -= 1
        if local and count == MAX_OF_A_LOCAL:
            plain = {"__many__": count}
        place = {"scope": scope, "cell": self.cell, "line": self.line}
        try:
            self._send({"kind": "value", "name": name, "value": plain, **place})
        except FrameError:
            plain = {"__unreadable__": "too large"}
            self._send({"kind": "value", "name": name, "value": plain, **place})


def _fingerprint(plain: Any) -> str:
    digest = hashlib.sha256()

    def put(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            digest.update(value.tobytes())
            return [value.dtype.str, list(value.shape)]
        return str(type(value))

    digest.update(json.dumps(plain, default=put, sort_keys=True).encode())
    return digest.hexdigest()
