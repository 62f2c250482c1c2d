"""Whether the network may be used, and whether it answered lately."""

import os
import time
from pathlib import Path

from reference.datasets.faults import DatasetUnavailable
from reference.resources import cache_folder, command

RETRY_SECONDS = 600


def offline() -> bool:
    """Whether ``DLW_OFFLINE`` forbids the network."""
    return os.environ.get("DLW_OFFLINE", "") not in ("", "0")


def require_network() -> None:
    """:class:`DatasetUnavailable` where the network is forbidden, or gave no answer lately.

    A failure is remembered for ten minutes, so that a machine without a network does not wait for
    one timeout after another; ``dlw data fetch`` always tries.
    """
    if offline():
        raise DatasetUnavailable("the network is not to be used", "Leave out --offline")
    try:
        age = time.time() - _failure().stat().st_mtime
    except OSError:
        return
    if 0 <= age < RETRY_SECONDS:
        raise DatasetUnavailable(
            f"the network gave no answer {age / 60:.0f} minutes ago",
            f"It is asked again ten minutes later, or at once by `{command('data fetch')}`",
        )


def note_failure() -> None:
    """Remember that the network gave no answer; where nothing can be kept, nothing is."""
    path = _failure()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return


def forget_failure() -> None:
    """Let the next caller try again."""
    _failure().unlink(missing_ok=True)


def _failure() -> Path:
    return cache_folder() / "network-failed"
