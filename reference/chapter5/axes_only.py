"""A plotting backend of pandas that draws nothing and says what would stand on the axes."""

from typing import Any


def plot(data: Any, *, x: str, y: str, kind: str, **options: Any) -> dict[str, str]:
    """Names of the columns on the two axes: what ``frame.plot`` returns with this backend."""
    return {"x": x, "y": y}
