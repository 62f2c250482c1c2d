"""Chapter 1, prose: the most common of several values."""

import statistics

from reference.attempts import attempt


def common_values() -> dict[str, object]:
    return {
        "most_common": statistics.mode([1, 2, 2, 3]),
        "tie": attempt(lambda: statistics.mode([1, 1, 2, 2])),
    }
