"""Where files lie: what travels with the packages, and what is kept on this machine."""

import os
from functools import cache
from pathlib import Path


@cache
def fixtures() -> Path:
    """The folder of claims, baselines, registry and samples: in the wheel, or in a checkout."""
    installed = Path(__file__).parent / "fixtures"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "fixtures"


def cache_folder() -> Path:
    """Where downloads and finished observations are kept: ``DLW_CACHE`` or the user's cache."""
    named = os.environ.get("DLW_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("dlw")
