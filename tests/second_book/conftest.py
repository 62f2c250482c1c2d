"""The second book, as it lies here and as copies that a test may change."""

import shutil
from pathlib import Path

import pytest

BOOK = Path(__file__).parent / "book"


@pytest.fixture
def book() -> Path:
    """The second book; not to be written to."""
    return BOOK


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the second book to change."""
    return Path(shutil.copytree(BOOK, tmp_path / "copy", ignore=shutil.ignore_patterns("__py*")))
