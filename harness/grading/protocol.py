"""What a worker may send, in which order and how often; whatever else arrives was forged.

This cannot tell a clever forgery, sent from the process that also runs the worker, from the
worker's own frame: values are believed no further than that they must be right, and be right again
on other inputs. It bounds what a forgery can do to the judge, and finds the clumsy ones.
"""

from collections import Counter
from typing import Any

from harness.grading.worker.frames import FrameError
from harness.grading.worker.timeline import MAX_ANONYMOUS, MAX_OF_A_LOCAL, MAX_SNAPSHOTS

FIELDS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "value": {"name": str, "scope": str, "cell": int, "line": int, "value": object},
    "note": {"text": str},
    "figure": {"png": object},
    "error": {"exception": str, "message": str, "cell": int, "label": str, "line": int},
    "varied": {"inputs": list},
    "done": {},
}
MODEL: dict[str, dict[str, type | tuple[type, ...]]] = {
    "model": {"number": int},
    "done": {},
}
ONCE = ("error", "varied", "done")
AFTER_ALL = {"varied": ("done",), "done": ()}  # what may follow these


class Protocol:
    """Frames of one job, admitted one by one."""

    def __init__(self, job: dict[str, Any]) -> None:
        self._fields = FIELDS if job["task"] == "run" else MODEL
        self._names = {"", *job.get("names", ()), *job.get("calls", ())}
        self._cells = len(job.get("cells", ()))
        self._counts: Counter[tuple[str, str]] = Counter()
        self._may_follow = tuple(self._fields)

    def admit(self, frame: dict[str, Any]) -> None:
        """:class:`FrameError` for a frame that the worker would not have sent here."""
        kind = frame["kind"]
        fields = self._fields.get(kind)
        if fields is None or kind not in self._may_follow:
            raise FrameError(f"a frame of kind {kind[:40]!r} where there can be none")
        for name, expected in fields.items():
            found = frame.get(name)
            no_number = expected is int and isinstance(found, bool)
            if not isinstance(found, expected) or no_number:
                raise FrameError(f"a frame of kind {kind!r} without its {name}")
        self._may_follow = AFTER_ALL.get(kind, self._may_follow)
        self._counts[kind, ""] += 1
        if kind in ONCE and self._counts[kind, ""] > 1:
            raise FrameError(f"a second frame of kind {kind!r}")
        if kind == "value":
            self._admit_value(frame)

    def _admit_value(self, frame: dict[str, Any]) -> None:
        name, scope = frame["name"], frame["scope"]
        if name not in self._names or not 0 <= frame["cell"] <= self._cells:
            raise FrameError("a value that nobody asked for")
        if not name:
            key, most = ("shown", ""), MAX_ANONYMOUS
        elif scope:
            key, most = (scope, name), MAX_OF_A_LOCAL + 1
        else:
            key, most = ("", name), MAX_SNAPSHOTS
        self._counts[key] += 1
        if self._counts[key] > most:
            raise FrameError("more values of one name than the worker sends")
