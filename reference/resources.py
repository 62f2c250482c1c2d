"""Where the data that travel with the packages lie."""

from functools import cache
from pathlib import Path


@cache
def fixtures() -> Path:
    """The folder of claims, baselines, registry and samples: in the wheel, or in a checkout."""
    installed = Path(__file__).parent / "fixtures"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "fixtures"
