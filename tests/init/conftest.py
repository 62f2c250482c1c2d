"""Notebooks that Jupyter has run and saved, written for these tests."""

from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parent / "notebooks"


@pytest.fixture
def notebooks() -> Path:
    return NOTEBOOKS
