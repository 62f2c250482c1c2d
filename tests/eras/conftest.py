"""One environment without packages for all tests of a session, and a book's eras for each."""

from pathlib import Path

import pytest

from harness.eras import specification
from harness.eras.environment import Environment, build
from reference.resources import BOOK_VARIABLE
from tests.eras.builders import write_book, write_eras


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The eras ``book`` and ``later`` of a book of their own, and a cache of their own."""
    monkeypatch.setenv(BOOK_VARIABLE, str(write_book(tmp_path / "book")))
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DLW_DATA_MIRROR", raising=False)
    return write_eras(tmp_path / "book" / "eras", "book", "later")


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A built environment, for tests that only run something in it."""
    home = tmp_path_factory.mktemp("bare")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(BOOK_VARIABLE, str(write_book(home / "book")))
        patch.setenv("DLW_CACHE", str(home / "cache"))
        write_eras(home / "book" / "eras", "book")
        return build(specification.era("book"))
