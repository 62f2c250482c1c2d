"""A plotting backend of pandas that draws nothing and says what would be drawn."""

from typing import Any


def plot(data: Any, *, x: str, y: str, kind: str, **options: Any) -> dict[str, str]:
    """What ``frame.plot`` returns with this backend: columns on the axes, kind of plot."""
    return {"x": x, "y": y, "kind": kind}
